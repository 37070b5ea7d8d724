import { AppError } from '@shared/errors/app-error';
import type { ComponentType } from 'react';
import { createHashRouter, useRouteError } from 'react-router';
import { HomePage } from '../features/home/HomePage';
import { AppFrame } from './AppFrame';
import { BrokenScreen } from './ErrorBoundary';
import { MissingScreen } from './MissingScreen';

function BrokenRoute() {
  return <BrokenScreen fault={useRouteError()} />;
}

/** In the place of one screen, so that the menu stays. */
function MissingRoute() {
  return <MissingScreen fault={useRouteError()} />;
}

/** A screen that cannot be fetched, say because the program has gone, is told as that. */
function screen(load: () => Promise<ComponentType>) {
  return async () => {
    try {
      return { Component: await load() };
    } catch (cause) {
      throw new AppError('SCREEN_NOT_LOADED', { cause });
    }
  };
}

/** Screens come from this computer: there is no time to show a placeholder. */
function NothingYet() {
  return null;
}

/** Screens by address, each loaded when it is first shown. Behind a hash, so that a reload works under every scheme the page is served by. */
export function createRoutes() {
  return createHashRouter([
    {
      element: <AppFrame />,
      errorElement: <BrokenRoute />,
      HydrateFallback: NothingYet,
      children: [
        {
          errorElement: <MissingRoute />,
          children: [
            { index: true, element: <HomePage /> },
            {
              path: 'sourcing',
              lazy: screen(
                async () => (await import('../features/sourcing/SourcingPage')).SourcingPage,
              ),
            },
            {
              path: 'import',
              lazy: screen(async () => (await import('../features/intake/IntakePage')).IntakePage),
            },
            {
              path: 'drafts',
              lazy: screen(async () => (await import('../features/drafts/DraftsPage')).DraftsPage),
            },
            {
              path: 'drafts/bulk',
              lazy: screen(async () => (await import('../features/drafts/bulk/BulkPage')).BulkPage),
            },
            {
              path: 'drafts/review',
              lazy: screen(
                async () => (await import('../features/drafts/review/ReviewPage')).ReviewPage,
              ),
            },
            {
              path: 'drafts/table',
              lazy: screen(
                async () => (await import('../features/drafts/table/TablePage')).TablePage,
              ),
            },
            {
              path: 'drafts/changes',
              lazy: screen(
                async () => (await import('../features/drafts/bulk/ChangesPage')).ChangesPage,
              ),
            },
            {
              path: 'drafts/:itemNo',
              lazy: screen(
                async () => (await import('../features/drafts/editor/EditorPage')).EditorPage,
              ),
            },
            {
              path: 'drafts/:itemNo/options',
              lazy: screen(
                async () =>
                  (await import('../features/option-editor/OptionEditorPage')).OptionEditorPage,
              ),
            },
            {
              path: 'drafts/:itemNo/pictures',
              lazy: screen(
                async () => (await import('../features/pictures/PicturesPage')).PicturesPage,
              ),
            },
            {
              path: 'queue',
              lazy: screen(
                async () => (await import('../features/registration/QueuePage')).QueuePage,
              ),
            },
            {
              path: 'watch',
              lazy: screen(async () => (await import('../features/watch/WatchPage')).WatchPage),
            },
            {
              path: 'settings/:section?',
              lazy: screen(
                async () => (await import('../features/settings/SettingsPage')).SettingsPage,
              ),
            },
            {
              path: 'history/:itemNo',
              lazy: screen(
                async () => (await import('../features/history/HistoryPage')).HistoryPage,
              ),
            },
            {
              path: 'notifications',
              lazy: screen(
                async () =>
                  (await import('../features/notifications/NotificationsPage')).NotificationsPage,
              ),
            },
            {
              path: 'notifications/settings',
              lazy: screen(
                async () =>
                  (await import('../features/notifications/NotificationSettingsPage'))
                    .NotificationSettingsPage,
              ),
            },
            { path: '*', element: <HomePage /> },
          ],
        },
      ],
    },
  ]);
}
