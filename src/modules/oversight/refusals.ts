import { refuseAs } from '../../platform/database/refusals';

refuseAs({ indicator_signatures_once: { code: 'ALREADY_SIGNED', status: 409 } });
