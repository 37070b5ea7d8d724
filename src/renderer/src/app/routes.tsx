import { createHashRouter, useRouteError } from 'react-router';
import { HomePage } from '../features/home/HomePage';
import { AppFrame } from './AppFrame';
import { BrokenScreen } from './ErrorBoundary';

function BrokenRoute() {
  return <BrokenScreen fault={useRouteError()} />;
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
        { index: true, element: <HomePage /> },
        {
          path: 'sourcing',
          lazy: async () => ({
            Component: (await import('../features/sourcing/SourcingPage')).SourcingPage,
          }),
        },
        {
          path: 'import',
          lazy: async () => ({
            Component: (await import('../features/intake/IntakePage')).IntakePage,
          }),
        },
        {
          path: 'drafts',
          lazy: async () => ({
            Component: (await import('../features/drafts/DraftsPage')).DraftsPage,
          }),
        },
        {
          path: 'drafts/bulk',
          lazy: async () => ({
            Component: (await import('../features/drafts/bulk/BulkPage')).BulkPage,
          }),
        },
        {
          path: 'drafts/review',
          lazy: async () => ({
            Component: (await import('../features/drafts/review/ReviewPage')).ReviewPage,
          }),
        },
        {
          path: 'drafts/table',
          lazy: async () => ({
            Component: (await import('../features/drafts/table/TablePage')).TablePage,
          }),
        },
        {
          path: 'drafts/changes',
          lazy: async () => ({
            Component: (await import('../features/drafts/bulk/ChangesPage')).ChangesPage,
          }),
        },
        {
          path: 'drafts/:itemNo',
          lazy: async () => ({
            Component: (await import('../features/drafts/editor/EditorPage')).EditorPage,
          }),
        },
        {
          path: 'drafts/:itemNo/options',
          lazy: async () => ({
            Component: (await import('../features/option-editor/OptionEditorPage'))
              .OptionEditorPage,
          }),
        },
        {
          path: 'drafts/:itemNo/pictures',
          lazy: async () => ({
            Component: (await import('../features/pictures/PicturesPage')).PicturesPage,
          }),
        },
        {
          path: 'queue',
          lazy: async () => ({
            Component: (await import('../features/registration/QueuePage')).QueuePage,
          }),
        },
        {
          path: 'watch',
          lazy: async () => ({
            Component: (await import('../features/watch/WatchPage')).WatchPage,
          }),
        },
        {
          path: 'settings/:section?',
          lazy: async () => ({
            Component: (await import('../features/settings/SettingsPage')).SettingsPage,
          }),
        },
        {
          path: 'history/:itemNo',
          lazy: async () => ({
            Component: (await import('../features/history/HistoryPage')).HistoryPage,
          }),
        },
        {
          path: 'notifications',
          lazy: async () => ({
            Component: (await import('../features/notifications/NotificationsPage'))
              .NotificationsPage,
          }),
        },
        {
          path: 'notifications/settings',
          lazy: async () => ({
            Component: (await import('../features/notifications/NotificationSettingsPage'))
              .NotificationSettingsPage,
          }),
        },
        { path: '*', element: <HomePage /> },
      ],
    },
  ]);
}
