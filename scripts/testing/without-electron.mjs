// Loaded before everything else (node --import): 'electron' cannot be resolved in this process.
import { registerHooks } from 'node:module';

registerHooks({
  resolve(specifier, context, nextResolve) {
    if (/^electron($|\/)/.test(specifier)) throw new Error(`${specifier} is out of reach here.`);
    return nextResolve(specifier, context);
  },
});
