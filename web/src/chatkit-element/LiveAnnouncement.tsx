import { useEffect, useState } from 'react';
import type { ThreadItem } from '../chatkit/protocol.ts';
import { toAnnouncement } from './to-announcement.ts';

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
      {error ?? (streaming ? (progress ?? 'Working on the answer.') : begun && toAnnouncement(items))}
    </div>
  );
}
