import type { ReactNode } from 'react';
import { Header } from '../Header.tsx';
import './pages.css';

type MessagePageProps = { title: string; children: ReactNode };

/** A page with one thing to say. */
export function MessagePage({ title, children }: MessagePageProps) {
  return (
    <div className="message-page">
      <Header />
      <main className="message-card">
        <h2>{title}</h2>
        {children}
      </main>
    </div>
  );
}
