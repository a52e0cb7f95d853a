import { useEffect, useState } from 'react';
import type { ThreadItem } from '../chatkit/protocol/items.ts';
import { toAnnouncement } from './to-announcement.ts';

type LiveAnnouncementProps = {
  items: ThreadItem[];
  streaming: boolean;
  progress: string | null;
  /** There is an error, which an alert tells by itself. */
  failed: boolean;
};

/** What a screen reader is told: that an answer is on its way, then the answer once, whole. Opening a session is silent. */
export function LiveAnnouncement({ items, streaming, progress, failed }: LiveAnnouncementProps) {
  const [begun, setBegun] = useState(false);
  useEffect(() => {
    if (streaming) setBegun(true);
  }, [streaming]);
  return (
    <div className="visually-hidden" aria-live="polite">
      {streaming ? (progress ?? 'Working on the answer.') : begun && !failed && toAnnouncement(items)}
    </div>
  );
}
