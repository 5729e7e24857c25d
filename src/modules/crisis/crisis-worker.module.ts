import { Module } from '@nestjs/common';
import { SendBroadcastProcessor } from './jobs/send-broadcast.processor';

/** Sends the messages of incidents; only the worker imports it, with the mailer of the notices. */
@Module({ providers: [SendBroadcastProcessor] })
export class CrisisWorkerModule {}
