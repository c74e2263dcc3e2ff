import { Component, type ReactNode } from 'react';
import { Button, ErrorState } from '../ui/index.ts';

interface Props {
  readonly children: ReactNode;
  /** What broke, for the sentence: "The reader"; the whole window if omitted. */
  readonly name?: string;
}

/** Keeps an error in one part of the window from breaking the rest, and offers a way out. */
export class ErrorBoundary extends Component<Props, { readonly hasFailed: boolean }> {
  override state = { hasFailed: false };

  static getDerivedStateFromError(): { hasFailed: boolean } {
    return { hasFailed: true };
  }

  override render(): ReactNode {
    if (!this.state.hasFailed) return this.props.children;
    const { name = 'This window' } = this.props;
    return (
      <div className="h-full bg-surface">
        <ErrorState
          message={`${name} could not be shown. Nothing stored was changed or lost.`}
          actions={
            <>
              <Button variant="primary" onPress={() => this.setState({ hasFailed: false })}>
                Try again
              </Button>
              <Button onPress={() => window.location.reload()}>Reload the window</Button>
            </>
          }
        />
      </div>
    );
  }
}
