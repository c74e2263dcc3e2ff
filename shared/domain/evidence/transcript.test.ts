import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseTranscript } from './transcript.ts';

test('SubRip: numbers, times with commas, several lines, marks taken off', () => {
  const text =
    '\ufeff1\r\n00:00:01,000 --> 00:00:02,500\r\n<i>Good</i> morning,\r\n{\\an8}counsel.\r\n\r\n2\r\n00:01:00,5 --> 01:00:00,000 X1:40 X2:600\r\nR&amp;D\r\n';
  expect(parseTranscript(text)).toEqual({
    cues: [
      { startMs: 1_000, endMs: 2_500, speaker: '', text: 'Good morning,\ncounsel.' },
      { startMs: 60_500, endMs: 3_600_000, speaker: '', text: 'R&D' },
    ],
    unread: 0,
  });
});

test('WebVTT: hours may be left out; comments, styles and settings are no words; speakers are told', () => {
  const text = `WEBVTT - hearing

STYLE
::cue { color: lime }

NOTE
00:00:00.000 --> 00:00:09.000
not a cue

opening
00:01.000 --> 00:04.000 align:start position:10%
<v.loud Ada Bell>The <00:02.000>servers <c.gray>stopped</c>.</v>
<v Ben Orr>When?

00:05.000 --> 00:06.000
THE COURT: Go on.
`;
  expect(parseTranscript(text)).toEqual({
    cues: [
      { startMs: 1_000, endMs: 4_000, speaker: 'Ada Bell', text: 'The servers stopped.\nBen Orr: When?' },
      { startMs: 5_000, endMs: 6_000, speaker: 'THE COURT', text: 'Go on.' },
    ],
    unread: 0,
  });
});

test('cues that overlap or stand out of order are all kept, in the order they begin', () => {
  const text = '00:09.000 --> 00:12.000\nlater\n\n00:01.000 --> 00:10.000\nearlier\n';
  expect(parseTranscript(text)?.cues.map((cue) => cue.text)).toEqual(['earlier', 'later']);
});

test('cues without empty lines between them are told apart', () => {
  const text =
    '1\n00:00:01,000 --> 00:00:02,000\none\n2\n00:00:03,000 --> 00:00:04,000\ntwo\n00:00:05 --> 00:00:06\nthree';
  expect(parseTranscript(text)?.cues.map((cue) => cue.text)).toEqual(['one', 'two', 'three']);
});

test('times that cannot be read are counted, and a cue that ends before it begins is kept as a moment', () => {
  const text = '1\n00:00:xx --> 00:00:02,000\nlost\n\n2\n00:00:05,000 --> 00:00:04,000\nkept\n';
  expect(parseTranscript(text)).toEqual({
    cues: [{ startMs: 5_000, endMs: 5_000, speaker: '', text: 'kept' }],
    unread: 2,
  });
});

test.each(['', 'WEBVTT\n', 'Dear counsel,\nplease --> find enclosed\n'])('%j is no transcript', (text) => {
  expect(parseTranscript(text)).toBeNull();
});

test('any text ends in cues with times in order, or in none', () => {
  const piece = fc.constantFrom(
    '\n',
    '\n\n',
    '00:01.000 --> 00:02.000',
    '<v ',
    '>',
    '&',
    ' --> ',
    'x',
    '1',
    '{\\',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      for (const cue of parseTranscript(pieces.join(''))?.cues ?? [])
        expect(cue.endMs).toBeGreaterThanOrEqual(cue.startMs);
    }),
  );
});
