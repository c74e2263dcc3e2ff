import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import {
  contentSecurityPolicy,
  mailHeaders,
  pressableStyle,
  pressableStyleHash,
} from './content-security-policy.ts';

test('the hash in the policy is that of the style text', () => {
  expect(`sha256-${createHash('sha256').update(pressableStyle).digest('base64')}`).toBe(pressableStyleHash);
});

test('the style text is what the installed react-aria puts into the page', () => {
  const source = readFileSync(
    join(import.meta.dirname, '../../../node_modules/react-aria/dist/private/interactions/usePress.mjs'),
    'utf8',
  );
  const template = /style\.textContent = `([^`]*)`\.trim\(\)/.exec(source)?.[1];
  const attribute = /PRESSABLE_ATTRIBUTE = '([^']+)'/.exec(source)?.[1];
  expect(template?.replace(/\$\{[^}]*\}/, attribute!).trim()).toBe(pressableStyle);
});

test('the policy allows nothing unsafe, no eval and no other origin', () => {
  expect(contentSecurityPolicy).not.toMatch(/unsafe|https?:|\*|eval/);
  expect(contentSecurityPolicy).toMatch(/^default-src 'none';/);
});

test('frames and recordings come from open matters alone', () => {
  const directives = contentSecurityPolicy.split('; ');
  expect(directives).toContain('frame-src matter:');
  expect(directives).toContain('media-src matter:');
  expect(
    directives.filter((directive) => /^(?:script|object|worker|child)-src/.test(directive)).join(),
  ).not.toContain('matter:');
});

test('the page of a mail may show its own pictures and styles, and nothing else', () => {
  const policy = mailHeaders['Content-Security-Policy']!;
  expect(policy).toMatch(/^default-src 'none';/);
  expect(policy).toMatch(/; sandbox$/);
  expect(policy).not.toMatch(/script|allow-|https?:|\*|'self'|connect|font|media|object/);
});
