import { expect, test } from 'vitest';
import { bodyText } from './body-text.ts';

test('a mail whose HTML says the same in other lines is its plain text', () => {
  const text =
    'Dear Amy,\n\nwe will suspend the account\non Sunday.\n* first\n* second\nsee <https://example.com/a>';
  const html =
    '<p>Dear Amy,</p><p>we will suspend the <b>account</b> on Sunday.</p><ul><li>first<li>second</ul><a href="https://example.com/a">see</a>';
  expect(bodyText({ text, html })).toBe(text);
  expect(bodyText({ text: '証拠は日曜日に\n届く。', html: '<p>証拠は日曜日に届く。</p>' })).toBe(
    '証拠は日曜日に\n届く。',
  );
  expect(bodyText({ text: 'plain', html: null })).toBe('plain');
});

test('what only the HTML says is found too, line by line', () => {
  const text = 'We keep the account as it is, and nothing changes for you.';
  const html = '<p>We keep the account as it is,</p><p>but destroy the logs <i>tonight</i>.</p>';
  expect(bodyText({ text, html })).toBe(`${text}\n\nbut destroy the logs tonight.`);
  const order = '<p>We keep the account as it is,</p><p>and nothing for you changes.</p>';
  expect(bodyText({ text, html: order })).toBe(`${text}\n\nand nothing for you changes.`);
});

test('HTML that says much more is taken whole, and alone where there is no plain text', () => {
  const html = '<p>The servers go off on Sunday at midnight, whatever they say.</p>';
  const said = 'The servers go off on Sunday at midnight, whatever they say.';
  expect(bodyText({ text: 'See the HTML.', html })).toBe(`See the HTML.\n\n${said}`);
  expect(bodyText({ text: ' \n', html })).toBe(said);
});
