import { expect, test } from 'vitest';
import { parseArguments } from './arguments.ts';

test('a matter file given by the system is opened', () => {
  expect(parseArguments(['Forthwith', '/home/ann/Parler v. AWS.matter'], true).matters).toEqual([
    '/home/ann/Parler v. AWS.matter',
  ]);
});

test('in a checkout the folder of the app is not taken for a matter', () => {
  const parsed = parseArguments(['electron', '/home/ann/app.matter', '--sample', 'x.MATTER'], false);
  expect(parsed).toMatchObject({ matters: ['x.MATTER'], isSample: true, cli: null });
});

test('everything after --cli belongs to the command line, switches too', () => {
  expect(parseArguments(['Forthwith', '--cli', 'matter', 'sample', 'x.matter', '--json'], true)).toEqual({
    cli: ['matter', 'sample', 'x.matter', '--json'],
    isSample: false,
    screenshot: null,
    matters: [],
  });
});

test('a screenshot needs a file', () => {
  expect(parseArguments(['Forthwith', '--screenshot=/home/ann/a.png'], true).screenshot).toBe(
    '/home/ann/a.png',
  );
  expect(parseArguments(['Forthwith', '--screenshot='], true).screenshot).toBeNull();
});
