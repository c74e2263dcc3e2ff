/** A motion on the docket; `of` is the entry it is. */
export interface Motion<T> {
  readonly number: number | null;
  readonly text: string;
  /** See `motionSubject`. */
  readonly subject: readonly string[];
  readonly filer: string;
  readonly day: string | null;
  isOpen: boolean;
  readonly of: T;
  /** The entries that decide it and stand. */
  readonly decidedBy: Set<T>;
}

/** What a text that names a motion in words says of it. */
export interface MeantMotion {
  readonly subject: readonly string[];
  readonly day: string | null;
  /** The party that moves; empty where it can be any. */
  readonly filer: string;
  /** A party that cannot have moved; empty where there is none. */
  readonly notFiler: string;
}

/** How many motions of one subject are looked at for one text, from the latest back. */
const looked = 100;

/** The motions of a docket that are still to be decided, found by what they ask for. */
export class MotionIndex<T> {
  readonly #open = new Set<Motion<T>>();
  readonly #closedBy = new Map<T, Motion<T>[]>();
  /** By every beginning of their subject. */
  readonly #byBeginning = new Map<string, Motion<T>[]>();
  readonly #byWhole = new Map<string, Motion<T>[]>();

  /** Takes a motion in; motions come in the order of the docket. */
  add(motion: Motion<T>): void {
    if (!motion.isOpen) return;
    this.#open.add(motion);
    motion.subject.forEach((_, i) => push(this.#byBeginning, keyOf(motion.subject.slice(0, i + 1)), motion));
    push(this.#byWhole, keyOf(motion.subject), motion);
  }

  /** Says that an entry decides a motion. */
  close(motion: Motion<T>, by: T): void {
    motion.isOpen = false;
    motion.decidedBy.add(by);
    this.#open.delete(motion);
    push(this.#closedBy, by, motion);
  }

  /** Says that an entry decides whatever is open. */
  closeAll(by: T): void {
    for (const motion of this.#open) this.close(motion, by);
  }

  /** Says that an entry decides nothing any more: what nothing else decides is open again. */
  reopen(by: T): void {
    for (const motion of this.#closedBy.get(by) ?? []) {
      motion.decidedBy.delete(by);
      motion.isOpen = motion.decidedBy.size === 0;
      if (motion.isOpen) this.#open.add(motion);
    }
    this.#closedBy.delete(by);
  }

  /**
   * The open motion that is meant; null where none fits, or where several fit and not exactly one of them was filed on the
   * same day.
   */
  findMeant({ subject, day, filer, notFiler }: MeantMotion): Motion<T> | null {
    if (subject.length === 0) return null;
    const lists = [this.#byBeginning.get(keyOf(subject))];
    for (let i = 1; i < subject.length; i += 1) lists.push(this.#byWhole.get(keyOf(subject.slice(0, i))));
    const fits = lists
      .flatMap((list) => list?.slice(-looked) ?? [])
      .filter(
        (motion) =>
          motion.isOpen &&
          maySameParty(motion.filer, filer) &&
          !(notFiler && motion.filer && isSameParty(motion.filer, notFiler)),
      );
    if (fits.length === 1) return fits[0]!;
    const sameDay = fits.filter((motion) => day !== null && motion.day === day);
    return sameDay.length === 1 ? sameDay[0]! : null;
  }
}

function push<K, T>(map: Map<K, T[]>, key: K, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

function keyOf(subject: readonly string[]): string {
  return subject.join(' ');
}

function maySameParty(one: string, other: string): boolean {
  return one === '' || other === '' || isSameParty(one, other);
}

/**
 * Whether two printed names can be of the same party, alone or among others.
 *
 * @example
 * isSameParty('Fairwater LLC, Ida Birch', 'FAIRWATER LLC') // true
 */
export function isSameParty(one: string, other: string): boolean {
  const [a, b] = [one.toLowerCase(), other.toLowerCase()];
  return a.includes(b) || b.includes(a);
}
