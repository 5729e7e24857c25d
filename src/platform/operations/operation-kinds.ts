import { Injectable } from '@nestjs/common';
import type { OperationKind } from './operation';

/** Kinds of long work, registered by their modules at start; one registry per process. */
@Injectable()
export class OperationKinds {
  private readonly kinds = new Map<string, OperationKind>();

  register(kind: OperationKind): void {
    if (this.kinds.has(kind.kind)) throw new Error(`operation ${kind.kind} is registered twice`);
    this.kinds.set(kind.kind, kind);
  }

  get(kind: string): OperationKind | null {
    return this.kinds.get(kind) ?? null;
  }
}
