/** A mail as its program threads it. */
export interface ThreadedMail {
  readonly key: number;
  /** Its own `Message-ID`; empty where it has none. */
  readonly messageId: string;
  /** `In-Reply-To` and `References` as the file has them. */
  readonly refersTo: readonly string[];
}

/**
 * Puts mails into conversations by the ids they bear and refer to (RFC 5322 section 3.6.4): replies to a message belong together even
 * where that message itself is not there. Subjects are not compared: unrelated mails share one.
 *
 * @returns of each mail in a conversation its keys, in the order given; nothing for a mail alone, or with copies of itself only
 * @example conversationsOf([{ key: 1, messageId: 'a@x', refersTo: [] }, { key: 2, messageId: 'b@x', refersTo: ['<a@x>'] }]) // [[1, 2]]
 */
export function conversationsOf(mails: readonly ThreadedMail[]): number[][] {
  const parents = new Map<string, string>();
  const rootOf = (id: string): string => {
    let root = id;
    for (let next = parents.get(root); next !== undefined; next = parents.get(root)) root = next;
    // What lies on the way leads straight there the next time.
    for (let at = id; at !== root;) {
      const next = parents.get(at)!;
      parents.set(at, root);
      at = next;
    }
    return root;
  };
  const threaded = mails.flatMap(({ key, messageId, refersTo }) => {
    const [own] = idsOf(messageId);
    const ids = [...(own === undefined ? [] : [own]), ...refersTo.flatMap(idsOf)];
    return ids.length === 0 ? [] : [{ key, own: own ?? `mail ${key}`, ids }];
  });
  for (const { ids } of threaded)
    for (const id of ids) {
      const [root, first] = [rootOf(id), rootOf(ids[0]!)];
      if (root !== first) parents.set(root, first);
    }
  const together = Map.groupBy(threaded, ({ ids }) => rootOf(ids[0]!));
  return [...together.values()]
    .filter((each) => new Set(each.map(({ own }) => own)).size > 1)
    .map((each) => each.map(({ key }) => key));
}

/** Ids in a header's value, as they are compared: `<a@x> <b@x>`, or without brackets; words that some programs add are none. */
function idsOf(value: string): string[] {
  const bracketed = Array.from(value.matchAll(/<([^<>\s]+)>/g), ([, id]) => id!);
  const words = value.split(/[\s,;]+/).filter((word) => word !== '');
  const bare = words.length > 1 ? words.filter((word) => word.includes('@')) : words;
  return (bracketed.length > 0 ? bracketed : bare).map((id) => id.toLowerCase());
}
