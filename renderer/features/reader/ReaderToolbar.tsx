import {
  ArrowLeft,
  ArrowRight,
  Check,
  MoveHorizontal,
  PanelLeft,
  Printer,
  Scan,
  Search,
  ZoomIn,
  ZoomOut,
} from 'lucide-react';
import { useMemo, useState, type ReactElement, type ReactNode } from 'react';
import type { CommandId } from '../../../shared/contract/commands.ts';
import { keysOf, useCommandKeys, useRunCommand } from '../../client/index.ts';
import { IconButton, MoreMenu, type MenuEntry } from '../../ui/index.ts';
import { useDeskPlace } from './desk/side-context.ts';
import { findPage, fullSize, type PageShape, type PageView } from './pages/page-layout.ts';
import type { Pages } from './pages/use-pages.ts';
import type { Panel } from './panel/use-panel.ts';
import { panelWords, toolWords as words, words as common } from './words.ts';

interface ReaderToolbarProps {
  readonly title: string;
  readonly pages: readonly PageShape[];
  readonly shown: Pages;
  readonly panel: Pick<Panel, 'isOpen' | 'toggle'>;
  readonly onFind: () => void;
  readonly onPrint: () => void;
  /** What notes add. */
  readonly children?: ReactNode;
}

/** What the document is, where in it one is, and how large. */
export function ReaderToolbar(props: ReaderToolbarProps) {
  const keys = useCommandKeys();
  const { title, pages, shown, panel, onFind, onPrint, children } = props;
  const { zoom } = shown.arrangement;
  const { platform } = window.forthwith;
  const tool = (
    label: string,
    icon: ReactElement,
    shortcut: readonly string[],
    onPress: () => void,
    state: { readonly isDisabled?: boolean; readonly 'aria-pressed'?: boolean } = {},
  ) => <IconButton size="small" label={label} icon={icon} shortcut={shortcut} onPress={onPress} {...state} />;
  return (
    <header className="shrink-0 border-b border-line bg-surface">
      <div className="flex h-11 items-center gap-1 px-2.5">
        <IconButton
          label={panel.isOpen ? panelWords.hide : panelWords.show}
          icon={<PanelLeft />}
          shortcut={keys('reader.panel')}
          aria-pressed={panel.isOpen}
          onPress={panel.toggle}
        />
        <h2 dir="auto" className="min-w-0 grow truncate px-1 text-left font-semibold" title={title}>
          {title}
        </h2>
        <IconButton label={common.find} icon={<Search />} shortcut={keys('reader.find')} onPress={onFind} />
        <IconButton
          label={common.print}
          icon={<Printer />}
          shortcut={keys('reader.print')}
          onPress={onPrint}
        />
        <DocumentMenu shown={shown} />
      </div>
      <div
        role="group"
        aria-label={words.pages}
        className="flex min-h-9 flex-wrap items-center gap-0.5 px-2.5 pb-1.5"
      >
        {tool(words.back, <ArrowLeft />, keysOf('Alt+←', platform), shown.back, {
          isDisabled: !shown.canGoBack,
        })}
        {tool(words.forward, <ArrowRight />, keysOf('Alt+→', platform), shown.forward, {
          isDisabled: !shown.canGoForward,
        })}
        <PageField pages={pages} current={shown.current} onGo={(page) => shown.go({ page, y: null })} />
        <span className="grow" />
        {children}
        {tool(words.zoomOut, <ZoomOut />, keys('reader.zoomOut'), () => shown.stepZoom(-1))}
        <span className="w-11 text-center text-sm text-ink-soft tabular-nums" data-zoom>
          {Math.round((shown.layout.scale / fullSize) * 100)}%
        </span>
        {tool(words.zoomIn, <ZoomIn />, keys('reader.zoomIn'), () => shown.stepZoom(1))}
        {tool(words.fitWidth, <MoveHorizontal />, keys('reader.fitWidth'), () => shown.setZoom('width'), {
          'aria-pressed': zoom === 'width',
        })}
        {tool(words.fitPage, <Scan />, keys('reader.fitPage'), () => shown.setZoom('page'), {
          'aria-pressed': zoom === 'page',
        })}
      </div>
    </header>
  );
}

/** Everything else that can be done with the document; each is a command too. */
function DocumentMenu({ shown }: { shown: Pages }) {
  const keys = useCommandKeys();
  const run = useRunCommand();
  const { isSplit, actions } = useDeskPlace();
  const { view, isCoverAlone } = shown.arrangement;
  const entry = (id: CommandId, label: string, isOn?: boolean): MenuEntry => ({
    id,
    label,
    ...(isOn !== undefined && {
      icon: isOn ? <Check aria-label={words.isOn} /> : <span className="block size-4" />,
    }),
    ...(keys(id).length > 0 && { shortcut: keys(id) }),
    onAction: () => run(id),
  });
  const viewOf = (id: CommandId, label: string, of: PageView) => entry(id, label, view === of);
  const items: readonly MenuEntry[] = [
    viewOf('reader.viewContinuous', words.continuous, 'continuous'),
    viewOf('reader.viewSingle', words.single, 'single'),
    viewOf('reader.viewTwo', words.two, 'two'),
    ...(view === 'two' ? [entry('reader.coverAlone', words.cover, isCoverAlone)] : []),
    entry('reader.turn', words.turn),
    'separator',
    entry('reader.copyWithCite', words.copyCite),
    entry('reader.callOut', words.callOut),
    ...(actions
      ? ([
          entry('reader.present', words.present),
          'separator',
          entry('reader.whereElse', words.whereElse),
          entry('reader.newTab', words.newTab),
          entry('reader.splitBeside', words.beside),
          entry('reader.splitBelow', words.below),
          ...(isSplit ? [entry('reader.join', words.join), entry('reader.moveToOther', words.move)] : []),
          entry('reader.newWindow', words.newWindow),
        ] as const)
      : []),
  ];
  return <MoreMenu label={words.more} items={items} />;
}

interface PageFieldProps {
  readonly pages: readonly PageShape[];
  readonly current: number;
  readonly onGo: (page: number) => void;
}

/** Says the page being read, by its label where it has one; takes a label or a number to go to. */
function PageField({ pages, current, onGo }: PageFieldProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const [missing, setMissing] = useState<string | null>(null);
  const label = pages[current]?.label ?? null;
  const longest = useMemo(
    () => pages.reduce((most, page) => Math.max(most, page.label?.length ?? 0), 0),
    [pages],
  );
  const present = label ?? String(current + 1);
  const submit = () => {
    const page = findPage(pages, typed ?? present);
    if (page === null) setMissing(typed);
    else {
      setMissing(null);
      setTyped(null);
      onGo(page);
    }
  };
  return (
    <div className="ml-1 flex min-w-0 items-center gap-1.5 text-sm text-ink-soft">
      <input
        aria-label={words.page}
        aria-invalid={missing !== null}
        className="h-6 max-w-48 min-w-24 rounded-md border border-edge/80 bg-surface px-1.5 text-center text-ink tabular-nums outline-none focus:border-focus focus:ring-1 focus:ring-focus aria-invalid:border-danger"
        // Wide enough for the longest label, such as a Bates number: capitals are wider than digits.
        style={{ width: `calc(${1.2 * longest}ch + 1rem)` }}
        value={typed ?? present}
        onFocus={(event) => event.target.select()}
        onChange={(event) => {
          setTyped(event.target.value);
          setMissing(null);
        }}
        onBlur={() => {
          setTyped(null);
          setMissing(null);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter') submit();
          else if (event.key === 'Escape') setTyped(null);
          else return;
          event.stopPropagation();
          event.preventDefault();
        }}
      />
      {missing === null ? (
        <span className="truncate tabular-nums">{words.of(current + 1, pages.length, label !== null)}</span>
      ) : (
        <span role="alert" className="truncate text-danger-ink">
          {words.noPage(missing)}
        </span>
      )}
    </div>
  );
}
