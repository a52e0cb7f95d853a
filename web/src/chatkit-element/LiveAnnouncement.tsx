import { useEffect, useState } from 'react';
import type { ThreadItem } from '../chatkit/protocol.ts';

type LiveAnnouncementProps = {
  items: ThreadItem[];
  streaming: boolean;
  progress: string | null;
  error: string | null;
};

/** What a screen reader is told: that an answer is on its way, then the answer once, whole. Opening a session is silent. */
export function LiveAnnouncement({ items, streaming, progress, error }: LiveAnnouncementProps) {
  const [begun, setBegun] = useState(false);
  useEffect(() => {
    if (streaming) setBegun(true);
  }, [streaming]);
  return (
    <div className="visually-hidden" aria-live="polite">
      {error ?? (streaming ? (progress ?? 'Working on the answer.') : begun && toLastAnswer(items))}
    </div>
  );
}

function toLastAnswer(items: ThreadItem[]): string {
  const answer = items.findLast((item) => item.type === 'assistant_message');
  if (answer?.type !== 'assistant_message') return '';
  const text = answer.content.map((part) => part.text).join(' ');
  return text.replaceAll(/[*_`#>|]/g, '').slice(0, 600);
}
