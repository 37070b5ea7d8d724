import type { Bridge } from '@shared/ipc/bridge';
import { errorOf } from '@shared/ipc/envelope';
import type {
  EventPayloads,
  EventTopic,
  RouteInput,
  RouteName,
  RouteOutput,
} from '@shared/ipc/registry';

/** The core as the page sees it: typed by the contract. */
export interface IpcClient {
  /** The route's answer; throws the AppError of the other side. */
  request<Name extends RouteName>(route: Name, input: RouteInput<Name>): Promise<RouteOutput<Name>>;
  /** Hears every event of the topic until the returned function is called. */
  subscribe<Topic extends EventTopic>(
    topic: Topic,
    listener: (payload: EventPayloads[Topic]) => void,
  ): () => void;
}

/** Over any bridge; a failure comes out as the AppError it went in as. */
export function createIpcClient(bridge: Bridge): IpcClient {
  return {
    request: async <Name extends RouteName>(route: Name, input: RouteInput<Name>) => {
      const envelope = await bridge.request(route, input);
      if (!envelope.ok) throw errorOf(envelope.error);
      // Checked on the core's side outside production; the page trusts its own core.
      return envelope.value as RouteOutput<Name>;
    },
    subscribe: <Topic extends EventTopic>(
      topic: Topic,
      listener: (payload: EventPayloads[Topic]) => void,
    ) => bridge.subscribe(topic, (payload) => listener(payload as EventPayloads[Topic])),
  };
}
