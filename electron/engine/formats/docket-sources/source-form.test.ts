import { describe, expect, test } from 'vitest';
import { decodePage } from './printed/html.ts';
import { sourceForm } from './source-form.ts';

describe('what a file is made of is found from how it begins', () => {
  test.each([
    ['empty', ''],
    ['empty', ' \r\n\t'],
    ['pdf', '%PDF-1.7'],
    ['binary', 'PK\u0003\u0004\u0000\u0000'],
    [
      'mail',
      'Return-Path: <a@b.example>\r\nReceived: from b.example\r\n by c.example\r\nSubject: Activity\r\n\r\n<html></html>',
    ],
    ['mail', 'From a@b.example Mon Jan 11 2021\nFrom: a@b.example\nTo: c@d.example\n\nbody'],
    ['xml', '<?xml version="1.0"?><rss version="2.0"></rss>'],
    ['xml', '\ufeff<rss version="2.0"></rss>'],
    ['xml', '<!-- made by a feed --><?xml-stylesheet href="a.xsl"?>\n<rss version="2.0"></rss>'],
    ['xml', '<!DOCTYPE gov_uscourts_docket SYSTEM "docket.dtd">\n<gov_uscourts_docket/>'],
    ['html', '<?xml version="1.0"?><!DOCTYPE html PUBLIC "x"><html></html>'],
    ['html', '<!-- saved -->\n<HTML><BODY></BODY></HTML>'],
    ['html', '<table><tr><td>1</td></tr></table>'],
    ['html', 'kept on Monday\n<html><body></body></html>'],
    ['compound', Buffer.from('d0cf11e0a1b11ae1', 'hex').toString('latin1')],
    ['json', ' [{"number":1}]'],
    ['json', '{"court_id":"wawd"}'],
    ['table', 'number,text\n1,Complaint\n'],
    ['table', 'Subject: matter,number\n1,2\n'],
  ])('%s', (form, text) => {
    const bytes = form === 'compound' ? Buffer.from(text, 'latin1') : new TextEncoder().encode(text);
    expect(sourceForm(bytes, decodePage(bytes))).toBe(form);
  });

  test('text in UTF-16 is text', () => {
    const bytes = new Uint8Array([0xff, 0xfe, ...[...'<html>'].flatMap((c) => [c.charCodeAt(0), 0])]);
    expect(sourceForm(bytes, decodePage(bytes))).toBe('html');
  });
});
