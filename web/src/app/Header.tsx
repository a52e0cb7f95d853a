import type { ReactNode } from 'react';

export function Header({ children }: { children?: ReactNode }) {
  return (
    <header className="app-header">
      <h1 className="brand">
        <img src="/icon.svg" alt="" width="20" height="20" />
        Tallyboard
      </h1>
      {children}
    </header>
  );
}
