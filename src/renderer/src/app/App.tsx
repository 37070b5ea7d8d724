import { type QueryClient, QueryClientProvider } from '@tanstack/react-query';
import type { i18n as I18n } from 'i18next';
import { useEffect, useMemo } from 'react';
import { I18nProvider } from 'react-aria-components';
import { I18nextProvider } from 'react-i18next';
import { RouterProvider } from 'react-router/dom';
import type { IpcClient } from '../ipc/client';
import type { Connection } from '../ipc/connection';
import { keepFresh } from '../ipc/event-invalidation';
import { IpcContext } from '../ipc/use-client';
import { ConnectionContext } from './connection-context';
import { ErrorBoundary } from './ErrorBoundary';
import { createRoutes } from './routes';

export interface AppProps {
  readonly client: IpcClient;
  readonly connection: Connection;
  readonly queries: QueryClient;
  readonly i18n: I18n;
}

/** The whole page: providers around the routes. Everything it uses comes in as a property. */
export function App({ client, connection, queries, i18n }: AppProps) {
  const router = useMemo(createRoutes, []);
  useEffect(() => keepFresh(client, connection, queries), [client, connection, queries]);
  return (
    <I18nextProvider i18n={i18n}>
      <I18nProvider locale="ko-KR">
        <ErrorBoundary>
          <IpcContext value={client}>
            <ConnectionContext value={connection}>
              <QueryClientProvider client={queries}>
                <RouterProvider router={router} />
              </QueryClientProvider>
            </ConnectionContext>
          </IpcContext>
        </ErrorBoundary>
      </I18nProvider>
    </I18nextProvider>
  );
}
