import { Component, type ErrorInfo, type ReactNode } from 'react';

type ErrorBoundaryProps = {
  children: ReactNode;
  fallback: ReactNode;
  /** What failed is drawn once more when this is another one. */
  attempt?: unknown;
};
type ErrorBoundaryState = { failed: boolean; attempt?: unknown };

/** Keeps a failure in drawing to the part that failed. React offers this to classes only. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, ErrorBoundaryState> {
  override state: ErrorBoundaryState = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  static getDerivedStateFromProps({ attempt }: ErrorBoundaryProps, state: ErrorBoundaryState) {
    return attempt === state.attempt ? null : { failed: false, attempt };
  }

  override componentDidCatch(error: unknown, info: ErrorInfo): void {
    console.error('A part of the page could not be drawn', error, info.componentStack);
  }

  override render(): ReactNode {
    return this.state.failed ? this.props.fallback : this.props.children;
  }
}
