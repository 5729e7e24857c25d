import { refuseAs } from '../../platform/database/refusals';

/** The database alone can refuse these without a race: two tabs, two desks, a role that ends. */
refuseAs({
  aid_requests_approver_not_proposer: { code: 'OWN_REQUEST', status: 409 },
  aid_requests_endorser_not_proposer: { code: 'OWN_REQUEST', status: 409 },
  aid_requests_accountant_not_proposer: { code: 'OWN_REQUEST', status: 409 },
  aid_requests_accountant_not_approver: { code: 'OWN_REQUEST', status: 409 },
  aid_requests_settler_apart: { code: 'OWN_REQUEST', status: 409 },
  aid_requests_approver_holds_role: { code: 'ROLE_ENDED', status: 403 },
  aid_requests_approver_not_holder: { code: 'HOLDER_SIGNS', status: 409 },
  aid_requests_accountant_not_holder: { code: 'HOLDER_SIGNS', status: 409 },
  aid_requests_settler_not_holder: { code: 'HOLDER_SIGNS', status: 409 },
  aid_requests_advance_overdue: { code: 'ADVANCE_OVERDUE', status: 409 },
  aid_decisions_allowed_by_headquarters: { code: 'ROLE_ENDED', status: 403 },
  aid_receipts_used_once: { code: 'RECEIPT_USED', status: 409 },
});
