import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readDocketText } from './text.ts';
import { planThreads, type ThreadEntry } from './threads.ts';

type Line = string | (Partial<ThreadEntry> & { readonly text: string });

/** A docket from its texts, numbered from 1; what a text says is read out of it as an import would. */
function docketOf(...lines: Line[]): ThreadEntry[] {
  return lines.map((line, i) => {
    const said = typeof line === 'string' ? { text: line } : line;
    const reading = readDocketText(said.text);
    return {
      id: `${i + 1}` as ThreadEntry['id'],
      number: i + 1,
      attachment: null,
      filedOn: '2026-02-02',
      enteredOn: null,
      shortText: '',
      filer: reading.filer,
      links: [...reading.links],
      ...said,
    };
  });
}

/** "2<1": entry 2 is under entry 1. */
function parentsOf(...lines: Line[]): string[] {
  const threads = planThreads(docketOf(...lines));
  return [...threads].flatMap(([id, { parentId }]) => (parentId === null ? [] : [`${id}<${parentId}`]));
}

function openMotions(...lines: Line[]): string[] {
  return [...planThreads(docketOf(...lines))].flatMap(([id, { isOpenMotion }]) => (isOpenMotion ? [id] : []));
}

const tro = 'MOTION for Temporary Restraining Order by Fairwater LLC.';

describe('which entry an entry belongs under', () => {
  test('a motion, what answers it by number, and the order on it are one thread', () => {
    expect(
      parentsOf(
        tro,
        'DECLARATION of Ida Birch in Support re 1 MOTION filed by Fairwater LLC.',
        'RESPONSE in Opposition re 1 MOTION filed by Northgate Hosting, Inc..',
        'DECLARATION of Owen Rees in Opposition re 1 MOTION filed by Northgate Hosting, Inc..',
        'REPLY re 3 Response filed by Fairwater LLC.',
        'NOTICE of Hearing re 1 MOTION',
        'ORDER granting 1 Motion for TRO.',
        'NOTICE of Appearance by Owen Rees',
      ),
    ).toEqual(['2<1', '3<1', '4<3', '5<1', '6<1', '7<1']);
  });

  test('an attachment belongs to its lead document, whatever its text refers to', () => {
    expect(
      parentsOf(tro, 'MOTION to Seal by Fairwater LLC.', {
        text: 'Exhibit A re 1 MOTION',
        number: 2,
        attachment: 1,
      }),
    ).toEqual(['3<2']);
  });

  test('an attachment without its lead document stands at the top', () => {
    expect(parentsOf({ text: 'Exhibit A', number: 9, attachment: 1 })).toEqual([]);
  });

  test('what names a motion in words belongs under the one that fits', () => {
    expect(
      parentsOf(
        tro,
        'MOTION to Dismiss by Northgate Hosting, Inc.',
        'MEMORANDUM in Support of Motion for TRO by Fairwater LLC.',
        'DECLARATION of Ida Birch in support of Emergency Motion for Temporary Restraining Order by Fairwater LLC.',
        'BRIEF in Opposition to Motion to Dismiss the Complaint filed by Fairwater LLC.',
        'ORDER granting Motion for TRO.',
      ),
    ).toEqual(['3<1', '4<1', '5<2', '6<1']);
  });

  test('where two motions fit the words equally, nothing is guessed', () => {
    const motion = 'MOTION to Compel by Fairwater LLC.';
    expect(parentsOf(motion, motion, 'MEMORANDUM in Support of Motion to Compel by Fairwater LLC.')).toEqual(
      [],
    );
  });

  test('of two that fit, the one of the same day is meant', () => {
    expect(
      parentsOf(
        { text: 'MOTION to Compel by Fairwater LLC.', filedOn: '2026-01-05' },
        'MOTION to Compel by Fairwater LLC.',
        'MEMORANDUM in Support of Motion to Compel by Fairwater LLC.',
      ),
    ).toEqual(['3<2']);
  });

  test('papers in support belong to the motion of their own party, an opposition to that of another', () => {
    expect(
      parentsOf(
        'MOTION for Summary Judgment by Fairwater LLC.',
        'MOTION for Summary Judgment by Northgate Hosting, Inc.',
        'MEMORANDUM in Support of Motion for Summary Judgment by Fairwater LLC.',
        'RESPONSE in opposition to Motion for Summary Judgment by Fairwater LLC.',
      ),
    ).toEqual(['3<1', '4<2']);
  });

  test('what refers to several motions stands under the first it names, an order under the one it decides', () => {
    expect(
      parentsOf(
        tro,
        'MOTION for Extension of Time to respond by Northgate Hosting, Inc.',
        'RESPONSE re 1 MOTION, 2 MOTION',
        'ORDER granting 2 Motion for Extension of Time to answer 1 Motion.',
      ),
    ).toEqual(['3<1', '4<2']);
  });

  test('objections stand under the recommendation they answer', () => {
    expect(parentsOf('REPORT AND RECOMMENDATION', 'OBJECTION to 1 Report and Recommendation')).toEqual([
      '2<1',
    ]);
  });

  test('a motion stands at the top, even one about another entry; so do answers to the complaint', () => {
    expect(
      parentsOf('COMPLAINT by Fairwater LLC', 'ANSWER to 1 Complaint', 'MOTION to Strike 2 Answer'),
    ).toEqual([]);
  });

  test('a number the court gave twice means the later of the two so far', () => {
    expect(
      parentsOf({ text: tro, number: 7 }, { text: 'MOTION to Seal', number: 7 }, 'RESPONSE re 7 MOTION'),
    ).toEqual(['3<2']);
  });

  test('links to entries that are not there, or come later, are no parents', () => {
    expect(parentsOf('RESPONSE re 2 MOTION', tro, 'REPLY re 40 Response')).toEqual([]);
  });
});

describe('open motions', () => {
  test.each([
    'ORDER granting 1 Motion for TRO.',
    'ELECTRONIC ORDER entered ALLOWING 1 Motion for TRO.',
    'ORDER denying as moot 1 Motion for TRO.',
    'ORDER granting in part and denying in part 1 Motion for TRO. Signed by Judge Ida Rees.',
    'ORDER re 1 MOTION for TRO: the motion is GRANTED.',
    'TEXT ORDER: the request for relief (ECF No. 1) is DENIED.',
    'MINUTE ENTRY: hearing re 1 MOTION for TRO held. The Motion for TRO is granted.',
    'ORDER granting Motion for TRO.',
    'NOTICE of Withdrawal of 1 MOTION for TRO by Fairwater LLC',
    'Motions terminated: 1 MOTION for Temporary Restraining Order filed by Fairwater LLC.',
    'JUDGMENT. All pending motions are denied as moot.',
    'ORDER striking 1 Motion for TRO.',
    'ORDER terminating 1 Motion for TRO',
    'MEMO ENDORSEMENT granting 1 MOTION for TRO.',
    "ORDER granting pltf's motion for temporary relief [1-1]",
    'ORDER denying preliminary injunction (14 pages) re 1 Motion, by Judge Ida Rees.',
    'ORDER granting temporary restraining order re 1 MOTION for TRO',
    'ORDER granting 7 Motion to Withdraw 1 Motion for TRO.',
    'ORDER: the Clerk is directed to terminate the motion at ECF No. 1',
    'ORDER granting 1 Motion for TRO, and the hearing of 2/9 is VACATED.',
    'MINUTE ORDER granting 1 Motion for TRO, hearing vacated',
    'ORDER granting 1 Motion for TRO and vacating 4 Order setting hearing',
  ])('decided by: %s', (order) => {
    expect(openMotions(tro, order)).toEqual([]);
  });

  test.each([
    'ORDER setting hearing on 1 Motion for TRO.',
    'ORDER re 1 MOTION for TRO: response due 2/9/2026.',
    'REPORT AND RECOMMENDATION recommending denying 1 Motion for TRO.',
    'RESPONSE asking that 1 MOTION be denied',
    'NOTICE of Hearing on 1 Motion for TRO',
    'ORDER granting Motion for Extension of Time to respond to 1 Motion for TRO.',
    'MINUTE ENTRY: hearing re 1 MOTION for TRO held. The motion is taken under submission.',
    'ORDER re 1 MOTION: Northgate Hosting, Inc. is granted until 2/9/2026 to respond.',
    'NOTICE of Withdrawal of Attorney by Owen Rees',
    'STIPULATION and Proposed Order granting 1 Motion for TRO filed by Northgate Hosting, Inc.',
    'ORDER granting Motion to Seal.',
    'NOTICE of Withdrawal of Appearance by Ann Rees re 1 MOTION for TRO',
    'NOTICE of Withdrawal of Exhibit A to 1 MOTION for TRO by Fairwater LLC',
    'ORDER terminating defendant Jones in light of 1 MOTION for TRO',
    'ORDER denying ex parte relief on 1 Motion for TRO; hearing set',
    'ORDER: respond to 1 Motion for TRO, which if granted would issue without notice',
    'ORDER directing briefing on whether 1 Motion for TRO should be granted',
    'ORDER TO SHOW CAUSE why 1 Motion for TRO should not be granted',
    'ORDER: the Court will not grant 1 Motion for TRO without notice',
    'ORDER: all pending motions will be terminated if Fairwater LLC does not appear',
    'ORDER setting hearing on all pending motions and denying continuance',
    'ORDER granting Motion to Dismiss under Rule 12(b)(1) re 1 MOTION for TRO',
  ])('left open by: %s', (entry) => {
    expect(openMotions(tro, entry)).toEqual(['1']);
  });

  // What one motion asks to be done to another is done only where it is granted.
  test.each([
    ['ORDER denying 2 Motion to Strike 1 Motion for TRO', ['1']],
    ['ORDER granting 2 Motion to Strike 1 Motion for TRO', []],
    ['ORDER granting 2 Motion to Strike 3 Response to 1 Motion for TRO', ['1']],
    ['ORDER setting hearing on 2 MOTION to Strike 1 MOTION for TRO', ['1', '2']],
    ['ORDER re 1 MOTION for TRO. The motion to strike is denied', ['1', '2']],
    ['ORDER: responses to 1 Motion are due Friday and 2 Motion to Strike is granted', ['1']],
    ['ORDER granting 2 Motion to Strike as to fees re 1 Motion for TRO', ['1']],
  ])('of two motions, %s leaves open %j', (order, open) => {
    expect(openMotions(tro, 'MOTION to Strike 1 MOTION by Northgate Hosting, Inc.', order)).toEqual(open);
  });

  test('an order on several motions decides those it names as decided', () => {
    expect(
      openMotions(
        tro,
        'MOTION to Seal by Fairwater LLC.',
        'MOTION to Intervene by Owen Rees.',
        'ORDER granting 1 Motion for TRO, 2 Motion to Seal; setting hearing on 3 Motion to Intervene.',
      ),
    ).toEqual(['3']);
    expect(
      openMotions(
        'MOTION to Compel by Fairwater LLC.',
        'MOTION to Intervene by Owen Rees.',
        'Minute Entry re 1 MOTION to Compel and re 2 MOTION to Intervene. The Motion to Compel is taken under submission. The Motion to Intervene is granted.',
      ),
    ).toEqual(['1']);
  });

  const granted = 'ORDER granting 1 Motion for TRO.';

  test.each([
    ['ORDER vacating 2 Order on Motion for TRO.', ['1']],
    ['ORDER VACATING the Court’s prior Order (ECF No. 2).', ['1']],
    ['ORDER. 2 Order granting 1 Motion for TRO is hereby VACATED.', ['1']],
    ['MINUTE ORDER: the order at Dkt. 2 is set aside.', ['1']],
    ['ORDER granting Motion to Vacate 2 Order.', ['1']],
    ['ORDER vacating 2 Order and denying 1 Motion for TRO.', []],
    ['ORDER vacating in part 2 Order on Motion for TRO.', []],
    ['ORDER vacating the hearing set by 2 Order.', []],
    ['ORDER: the hearing set in 2 Order is VACATED.', []],
    ['MINUTE ORDER: hearing of 2/9 VACATED re 2 Order.', []],
    ['ORDER denying Motion to Vacate 2 Order.', []],
    ['ORDER TO SHOW CAUSE why 2 Order should not be vacated.', []],
    ['ORDER declining to vacate 2 Order.', []],
    ['MOTION to Vacate 2 Order by Northgate Hosting, Inc.', ['3']],
  ])('after a grant, %s leaves open %j', (entry, open) => {
    expect(openMotions(tro, granted, entry)).toEqual(open);
  });

  test('a motion that two orders decided stays decided where one of them is vacated', () => {
    expect(openMotions(tro, granted, granted, 'ORDER vacating 2 Order.')).toEqual([]);
    expect(openMotions(tro, granted, granted, 'ORDER vacating 2 Order.', 'ORDER vacating 3 Order.')).toEqual([
      '1',
    ]);
  });

  test('an order marked as vacated decides nothing', () => {
    expect(openMotions(tro, `***VACATED*** ${granted}`)).toEqual(['1']);
  });

  test('a motion whose own text says that it was withdrawn is not open', () => {
    expect(openMotions('WITHDRAWN: MOTION for TRO by Fairwater LLC')).toEqual([]);
  });

  test('everything that is no motion is neither open nor decided', () => {
    const [answer] = [...planThreads(docketOf('ANSWER to Complaint')).values()];
    expect(answer!.isOpenMotion).toBeNull();
  });
});

test('however a docket reads, every parent stands earlier or is the lead document, and threads stay shallow', () => {
  const words = fc.constantFrom(
    tro,
    'MOTION to Compel by A',
    'RESPONSE re',
    'REPLY re',
    'DECLARATION in Opposition re',
    'EXHIBIT to',
    'ORDER granting',
    'ORDER re',
    'MEMORANDUM in Support of Motion to Compel',
    'OBJECTION to',
    'Notice',
  );
  const line = fc.record({
    text: words,
    number: fc.option(fc.integer({ min: 1, max: 12 })),
    attachment: fc.option(fc.integer({ min: 1, max: 3 })),
    links: fc.array(fc.record({ number: fc.integer({ min: 1, max: 12 }), attachment: fc.constant(null) }), {
      maxLength: 3,
    }),
    filer: fc.constantFrom('', 'A', 'B'),
  });
  fc.assert(
    fc.property(fc.array(line, { maxLength: 60 }), (lines) => {
      const entries = docketOf(...lines);
      const threads = planThreads(entries);
      expect(threads.size).toBe(entries.length);
      const placeOf = new Map<string, number>(entries.map(({ id }, i) => [id, i]));
      for (const [id, { parentId }] of threads) {
        if (parentId !== null) expect(placeOf.get(parentId)).toBeLessThan(placeOf.get(id)!);
        let depth = 0;
        for (let at = parentId; at !== null; at = threads.get(at)!.parentId) depth += 1;
        expect(depth).toBeLessThanOrEqual(6);
      }
    }),
  );
});
