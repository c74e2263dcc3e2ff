import { useEffect, useState } from 'react';
import type { NoteRow, NoteRect } from '../../../../shared/model/notes.ts';
import { readerClient } from '../../../client/index.ts';

/** Where a note's words are now. */
export interface Located {
  readonly rects: readonly NoteRect[];
  readonly state: 'exact' | 'moved' | 'lost';
}

interface Found {
  readonly version: number;
  readonly places: ReadonlyMap<string, Located>;
}

const none: Found = { version: 0, places: new Map() };

/**
 * Where the words of a page's notes are now, by note. What was not asked yet is missing: it is shown where it was. So is what is
 * marked for redaction: the place is redacted, whatever is read there by now.
 *
 * @param textVersion increases when the page's text may have been recognized again; all are then looked for again
 */
export function useLocated(
  documentId: string,
  page: number,
  notes: readonly NoteRow[],
  textVersion: number,
): ReadonlyMap<string, Located> {
  const [found, setFound] = useState<Found>(none);
  const isOld = found.version !== textVersion;
  const wanted = notes.filter(
    ({ id, kind, anchor }) => anchor.quote !== '' && kind !== 'redaction' && (isOld || !found.places.has(id)),
  );
  const key = wanted.map(({ id }) => id).join(' ');
  useEffect(() => {
    if (wanted.length === 0) return undefined;
    let isCurrent = true;
    readerClient['reader.locate']({ documentId, page, anchors: wanted.map(({ anchor }) => anchor) }).then(
      (answer) => {
        if (!isCurrent) return;
        const places = wanted.flatMap(({ id }, index) => {
          const place = answer[index];
          return place ? [[id, place] as const] : [];
        });
        setFound((before) => ({
          version: textVersion,
          places: new Map([...(before.version === textVersion ? before.places : []), ...places]),
        }));
      },
      // A page whose text cannot be read keeps its marks where they were.
      () => undefined,
    );
    return () => {
      isCurrent = false;
    };
    // `key` stands for the notes that are asked about.
  }, [documentId, page, key, textVersion]);
  return found.places;
}
