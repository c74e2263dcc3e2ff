import { expect, test } from 'vitest';
import { createRestartLimit } from './restart-limit.ts';

function limitAt() {
  const clock = { ms: 0 };
  return { clock, mayRestart: createRestartLimit({ restarts: 3, periodMs: 30_000, now: () => clock.ms }) };
}

test('a fourth crash within the period is one too many', () => {
  const { mayRestart } = limitAt();
  expect([mayRestart(), mayRestart(), mayRestart(), mayRestart()]).toEqual([true, true, true, false]);
});

test('crashes far apart are restarted for ever', () => {
  const { clock, mayRestart } = limitAt();
  const answers = Array.from({ length: 20 }, () => {
    clock.ms += 15_000;
    return mayRestart();
  });
  expect(answers).not.toContain(false);
});

test('a period later it may be tried again', () => {
  const { clock, mayRestart } = limitAt();
  for (let crash = 0; crash < 4; crash += 1) mayRestart();
  clock.ms = 30_000;
  expect(mayRestart()).toBe(true);
});
