export { BulkActionsModule, BulkModule } from './bulk.module';
export { bulkMessages } from './messages';
