export { BreakGlassModule } from './break-glass.module';
export { BreakGlassRequest } from './break-glass.entity';
export { breakGlassMessages } from './messages';
