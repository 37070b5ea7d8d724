import { Component, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/Button';
import { FaultNotice } from '../ui/FaultNotice';

interface ErrorBoundaryProps {
  readonly children: ReactNode;
}

interface ErrorBoundaryState {
  readonly fault: unknown;
  readonly hasFault: boolean;
}

/** Shows what went wrong in place of a screen that could not be drawn, with a way out. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, ErrorBoundaryState> {
  override state: ErrorBoundaryState = { fault: null, hasFault: false };

  static getDerivedStateFromError(fault: unknown): ErrorBoundaryState {
    return { fault, hasFault: true };
  }

  override render(): ReactNode {
    if (!this.state.hasFault) return this.props.children;
    return <BrokenScreen fault={this.state.fault} />;
  }
}

interface BrokenScreenProps {
  readonly fault: unknown;
}

/** Also used by the router, which catches its screens' faults itself. */
export function BrokenScreen({ fault }: BrokenScreenProps) {
  const { t } = useTranslation();
  return (
    <main className="mx-auto flex max-w-2xl flex-col gap-4 p-8">
      <h1 className="font-bold text-2xl">{t('common.unexpected')}</h1>
      <FaultNotice fault={fault} />
      <div>
        <Button tone="primary" onPress={() => window.location.reload()}>
          {t('common.reload')}
        </Button>
      </div>
    </main>
  );
}
