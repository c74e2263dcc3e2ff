import { useEffect } from 'react';
import { showToast } from '../ui/index.ts';

const sentences = {
  'engine.restarted':
    'The engine stopped and was restarted. Nothing stored was lost. Work that was running is listed as interrupted.',
  'reader.restarted': 'The page reader stopped and was restarted. Nothing was lost.',
} as const;

const names = Object.keys(sentences) as (keyof typeof sentences)[];

/** Says calmly that a process behind the window was restarted. */
export function useHostNotices(isReady: boolean): void {
  useEffect(() => {
    if (!isReady) return undefined;
    const stops = names.map((name) =>
      window.forthwith.onNotice(name, () => showToast({ tone: 'notice', message: sentences[name] })),
    );
    return () => stops.forEach((stop) => stop());
  }, [isReady]);
}
