export type SignalListener = (payload: string) => void;

/**
 * Short hints between the processes of one installation: which queues have work, what a screen
 * should read again. They may be lost; nothing depends on one. Carried by Redis pub/sub, or by one
 * LISTEN connection per process; senders batch, since NOTIFY takes a lock of the whole cluster.
 */
export abstract class Signals {
  private readonly listeners = new Map<string, Set<SignalListener>>();

  /** Sends at most 7,000 bytes to every process, this one included. Never throws. */
  abstract publish(topic: string, payload: string): Promise<void>;

  abstract start(): Promise<void>;

  abstract stop(): Promise<void>;

  /** Returns how to end the subscription. Hints sent while the connection was down are gone. */
  subscribe(topic: string, listener: SignalListener): () => void {
    const ofTopic = this.listeners.get(topic) ?? new Set();
    this.listeners.set(topic, ofTopic.add(listener));
    return () => ofTopic.delete(listener);
  }

  protected deliver(topic: string, payload: string): void {
    for (const listener of this.listeners.get(topic) ?? []) listener(payload);
  }

  /** A carried message is the topic, a line break and the payload. */
  protected receive(message: string): void {
    const end = message.indexOf('\n');
    if (end > 0) this.deliver(message.slice(0, end), message.slice(end + 1));
  }
}

export const MAX_SIGNAL_BYTES = 7_000;
