import { TriangleAlert } from 'lucide-react';
import { useEffect, useState, type RefObject } from 'react';
import { readerTransport } from '../../../client/index.ts';
import { Button } from '../../../ui/index.ts';
import { useExport } from '../frame/ReaderHeader.tsx';
import { addressOf, type EvidenceSource } from '../sources.ts';
import { mediaWords as words, words as common } from '../words.ts';

/** The element of a recording, whether it is heard or seen. */
export type Media = HTMLVideoElement & HTMLAudioElement;

interface PlayerProps {
  readonly title: string;
  readonly source: EvidenceSource;
  readonly isVideo: boolean;
  readonly mediaRef: RefObject<Media | null>;
}

/** Plays a recording, or says that it cannot be played and offers to export it. */
export function Player({ title, source, isVideo, mediaRef }: PlayerProps) {
  const [isBroken, setIsBroken] = useState(false);
  const { exportOriginal } = useExport(source, title);

  // What failed because the reader's process stopped is tried again.
  useEffect(
    () =>
      readerTransport.onRestart(() => {
        if (!mediaRef.current?.error) return;
        setIsBroken(false);
        mediaRef.current.load();
      }),
    [mediaRef],
  );

  const shared = {
    ref: mediaRef,
    src: addressOf(source),
    controls: true,
    preload: 'metadata',
    'aria-label': words.player(title),
    onError: () => setIsBroken(true),
  } as const;
  return (
    <>
      <div className={isBroken ? 'hidden' : 'contents'}>
        {isVideo ? (
          <video
            {...shared}
            className="max-h-full w-full bg-black"
            controlsList="nodownload noremoteplayback"
          />
        ) : (
          <audio {...shared} className="w-full" />
        )}
      </div>
      {isBroken && (
        <div role="alert" className="flex flex-wrap items-center gap-2 text-danger-ink">
          <TriangleAlert aria-hidden className="size-4 shrink-0" />
          <p className="min-w-0">{words.unplayable}</p>
          <Button size="small" onPress={() => void exportOriginal()}>
            {common.export}
          </Button>
        </div>
      )}
    </>
  );
}
