import { app } from 'electron/main';
import { openApp } from './app.ts';
import { parseArguments } from './arguments.ts';
import { hideChromium, runCliMode } from './cli-mode.ts';
import { nativeBindingEnvironment } from './places.ts';
import { hardenProcess } from './security.ts';

// One place for everything the app keeps on this machine; tests and careful users choose their own.
const home = process.env['FORTHWITH_HOME'];
if (home) app.setPath('userData', home);

hardenProcess();
const args = parseArguments(process.argv, app.isPackaged);
const env = nativeBindingEnvironment(app.isPackaged ? process.resourcesPath : null);

if (args.cli) {
  hideChromium();
  void runCliMode(args.cli, env);
} else {
  openApp(args, env);
}
