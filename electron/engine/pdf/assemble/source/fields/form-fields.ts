import { KeySet, PdfDict, PdfName, PdfReference, type PdfValue } from '../../../objects/index.ts';
import { pdfString } from '../../output/pdf-output.ts';
import { inherited } from './inherited.ts';
import type { ItemContext, PagePlace } from '../item-context.ts';
import { movedKeys, moveShapes } from '../moved-shapes.ts';
import { countAction, countScripts } from '../scripts.ts';

const widgetKeys = new KeySet(['A', 'AA', 'P', 'Parent', 'Kids', 'AF', 'StructParent']);
const movedWidgetKeys = new KeySet(['A', 'AA', 'P', 'Parent', 'Kids', 'AF', 'StructParent', ...movedKeys]);
const maxDepth = 32;
/** What the text of fields may name (ISO 32000-1 §12.7.3.3); what else there is may be drawings of pages left out. */
const resourceKinds = ['Font', 'Encoding', 'ColorSpace'];

/** Fields of one source, as an object of the output. */
interface CarriedForm {
  readonly name: string;
  /** Object number of the field that holds all of its own. */
  readonly rootId: number;
  /** Resources of the fields' own text, by kind and name. */
  readonly resources: ReadonlyMap<string, ReadonlyMap<string, string>>;
  readonly needsAppearances: boolean;
}

/** The one form of an output: what its exhibits' forms become together (ISO 32000-1 §12.7.2). */
export class MergedForm {
  readonly #forms: CarriedForm[] = [];

  /**
   * A name for an exhibit's field that holds all of its own: one that no other has, or theirs would be the same, and without points,
   * which part names (ISO 32000-1 §12.7.3.2).
   */
  freeName(name: string): string {
    const plain = name.replaceAll('.', '_');
    let free = plain;
    for (let n = 2; this.#forms.some((form) => form.name === free); n += 1) free = `${plain} (${n})`;
    return free;
  }

  add(form: CarriedForm): void {
    this.#forms.push(form);
  }

  /** The catalog's entry; empty when there are no fields. */
  entry(): string {
    if (this.#forms.length === 0) return '';
    const groups = new Map<string, Map<string, string>>();
    for (const { resources } of this.#forms)
      for (const [kind, entries] of resources) {
        const group = groups.get(kind) ?? new Map<string, string>();
        // Of two with one name the first one counts.
        for (const [name, value] of entries) if (!group.has(name)) group.set(name, value);
        groups.set(kind, group);
      }
    const written = [...groups].map(
      ([kind, entries]) => `/${kind}<<${[...entries].map(([name, value]) => `${name} ${value}`).join('')}>>`,
    );
    const needsAppearances = this.#forms.some((form) => form.needsAppearances);
    return `/AcroForm<</Fields[${this.#forms.map(({ rootId }) => `${rootId} 0 R`).join(' ')}]/DR<<${written.join('')}>>${needsAppearances ? '/NeedAppearances true' : ''}>>`;
  }
}

/** Fields of one exhibit that stay fields, under one field named after the exhibit. */
export class FormFields {
  readonly #context: Pick<ItemContext, 'objects' | 'output' | 'carrier' | 'tally'>;
  readonly #rootId: number;
  /** Output's number of each field, by the source's. */
  readonly #fields = new Map<number, number>();
  readonly #kids = new Map<number, number[]>();
  readonly #written = new Map<number, PdfDict>();
  readonly #parents = new Map<number, number>();

  constructor(context: Pick<ItemContext, 'objects' | 'output' | 'carrier' | 'tally'>) {
    this.#context = context;
    this.#rootId = context.output.allocate();
  }

  /** Whether a field is a signature, which no changed copy can keep. */
  isSignature(widget: PdfDict): boolean {
    const type = inherited(this.#context.objects, widget, 'FT');
    return type instanceof PdfName && type.text === 'Sig';
  }

  /**
   * Carries a field’s place on a page.
   *
   * @param item as it stands in the page's list
   * @returns its object number
   */
  carryWidget(item: PdfValue, widget: PdfDict, place: PagePlace): number {
    const context = this.#context;
    const { output, carrier, objects, tally } = context;
    tally.add('fieldsKept');
    countScripts(context, widget);
    const action = objects.dictAt(widget, 'A');
    if (action && !countAction(context, action)) tally.add('foreignActions');
    const id = output.allocate();
    const parentId = this.#parentOf(widget, id, 0);
    if (item instanceof PdfReference) carrier.place(item.id, id);
    output.writeDict(id, () => {
      carrier.entries(widget, place.matrix ? movedWidgetKeys : widgetKeys);
      if (place.matrix) output.text(moveShapes(objects, widget, place.matrix));
      output.text(`/P ${place.pageId} 0 R/Parent ${parentId} 0 R`);
    });
    return id;
  }

  /** Writes the fields above the widgets, once all pages are carried; null where there are none. */
  finish(name: string): CarriedForm | null {
    if (this.#kids.size === 0) return null;
    const { carrier, objects, output } = this.#context;
    for (const [id, dict] of this.#written)
      output.writeDict(id, () => {
        carrier.entries(dict, widgetKeys);
        output.text(`/Parent ${this.#parents.get(id)} 0 R/Kids[${this.#kidsOf(id)}]`);
      });
    const source = objects.dictAt(objects.catalog, 'AcroForm');
    const inheritedEntries = ['DA', 'Q']
      .map((key) => (source?.has(key) ? `/${key} ${carrier.text(source.range(key))}` : ''))
      .join('');
    output.writeObject(
      this.#rootId,
      `<</T ${pdfString(name)}${inheritedEntries}/Kids[${this.#kidsOf(this.#rootId)}]>>`,
    );
    const needsAppearances = source !== undefined && objects.get(source, 'NeedAppearances') === true;
    const resources = this.#resourcesOf(source);
    carrier.flush();
    return { name, rootId: this.#rootId, resources, needsAppearances };
  }

  #kidsOf(id: number): string {
    return (this.#kids.get(id) ?? []).map((kid) => `${kid} 0 R`).join(' ');
  }

  /** The output's number of the field a widget or field stands under; makes that field known as carried. */
  #parentOf(node: PdfDict, id: number, depth: number): number {
    const { objects } = this.#context;
    const reference = node.get('Parent');
    const parent = objects.resolve(reference);
    let parentId = this.#rootId;
    if (parent instanceof PdfDict && reference instanceof PdfReference && depth < maxDepth) {
      const known = this.#fields.get(reference.id);
      if (known === undefined) {
        parentId = this.#context.output.allocate();
        this.#fields.set(reference.id, parentId);
        this.#written.set(parentId, parent);
        this.#parents.set(parentId, this.#parentOf(parent, parentId, depth + 1));
      } else parentId = known;
    }
    const kids = this.#kids.get(parentId) ?? [];
    kids.push(id);
    this.#kids.set(parentId, kids);
    return parentId;
  }

  #resourcesOf(form: PdfDict | undefined): Map<string, Map<string, string>> {
    const { objects, carrier } = this.#context;
    const groups = new Map<string, Map<string, string>>();
    const resources = form && objects.dictAt(form, 'DR');
    for (const kind of resources?.keys().filter((key) => resourceKinds.includes(key)) ?? []) {
      const group = objects.dictAt(resources!, kind);
      if (!group) continue;
      const entries = new Map<string, string>();
      for (const key of group.keys()) {
        const range = group.range(key);
        if (range && /^[!-~]+$/.test(key) && !/[()<>[\]{}/%#]/.test(key))
          entries.set(`/${key}`, carrier.text(range));
      }
      groups.set(kind, entries);
    }
    return groups;
  }
}
