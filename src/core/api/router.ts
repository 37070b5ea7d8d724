import { AppError, toAppError } from '@shared/errors/app-error';
import { type Envelope, failure, success } from '@shared/ipc/envelope';
import {
  type CheckedInput,
  isRouteName,
  type RouteName,
  type RouteOutput,
  routes,
} from '@shared/ipc/registry';
import type { z } from 'zod';
import type { Logger } from '../platform/logger';

/** Who asks. Comes from the transport, never from the message. */
export interface RequestContext {
  /** The window or connection. */
  readonly senderId: string;
  /** The transport has checked that the asking page is the app's own. */
  readonly isTrusted: boolean;
}

/** One function per route of the contract; a missing or an extra one does not compile. */
export type Handlers = {
  readonly [Name in RouteName]: (
    input: CheckedInput<Name>,
    context: RequestContext,
  ) => RouteOutput<Name> | Promise<RouteOutput<Name>>;
};

export interface RouterDependencies {
  readonly handlers: Handlers;
  readonly logger: Logger;
  /** Check answers against their schema too: on in development and tests. */
  readonly checksOutputs: boolean;
}

/** Answers requests of the contract. Shared by both transports. */
export interface Router {
  /**
   * Gates in order: sender, route, input. Never rejects: every outcome is an envelope
   * (IPC_BAD_SENDER, IPC_UNKNOWN_ROUTE, IPC_BAD_INPUT, or the handler's own code).
   */
  answer(route: string, input: unknown, context: RequestContext): Promise<Envelope>;
}

/**
 * Whatever a handler throws is logged with its cause; anything but an AppError is answered with
 * INTERNAL_FAULT.
 */
export function createRouter({ handlers, logger, checksOutputs }: RouterDependencies): Router {
  const run = async (
    name: RouteName,
    input: unknown,
    context: RequestContext,
  ): Promise<Envelope> => {
    const { input: inputSchema, output: outputSchema } = routes[name];
    const parsed = inputSchema.safeParse(input);
    if (!parsed.success) return failure(badInput(name, parsed.error));
    // The table pairs every name with the handler of that name's input; the compiler cannot follow a union there.
    const handle = handlers[name] as (
      checked: unknown,
      context: RequestContext,
    ) => Promise<unknown> | unknown;
    const value = await handle(parsed.data, context);
    if (checksOutputs) {
      const checked = outputSchema.safeParse(value);
      if (!checked.success) {
        throw new AppError('IPC_BAD_OUTPUT', {
          params: { route: name, problem: problemOf(checked.error) },
        });
      }
    }
    return success(value);
  };

  return {
    answer: async (route, input, context) => {
      if (!context.isTrusted) {
        logger.warn({ route, senderId: context.senderId }, 'request from a page that is not ours');
        return failure(new AppError('IPC_BAD_SENDER'));
      }
      if (!isRouteName(route)) {
        return failure(
          new AppError('IPC_UNKNOWN_ROUTE', { params: { route: route.slice(0, 100) } }),
        );
      }
      try {
        return await run(route, input, context);
      } catch (fault) {
        const error = toAppError(fault);
        logger.error({ route, code: error.code, err: fault }, 'request failed');
        return failure(error);
      }
    },
  };
}

function badInput(route: RouteName, error: z.ZodError): AppError {
  const field = error.issues[0]?.path.join('.');
  return new AppError('IPC_BAD_INPUT', {
    params: { route, problem: problemOf(error) },
    ...(field ? { field } : {}),
  });
}

/** The first finding in words, without the value itself: it may be large or private. */
function problemOf(error: z.ZodError): string {
  const issue = error.issues[0];
  if (!issue) return 'unknown';
  const path = issue.path.join('.');
  return path === '' ? issue.message : `${path}: ${issue.message}`;
}
