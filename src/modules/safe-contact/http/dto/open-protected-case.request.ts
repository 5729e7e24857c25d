import { OptionalNested } from '../../../../platform/http/dto/fields';
import { FirstCircleRequest } from '../../../cases';
import { OpenFamilyCaseRequest } from '../../../obligations';
import { SafeContactFields } from './safe-contact.requests';

/** What opens a case of a person to whom a contact could do harm. */
export class OpenSafeContactCaseRequest extends OpenFamilyCaseRequest {
  /** How the person may be reached; needed before anybody is contacted. */
  @OptionalNested(() => SafeContactFields) safeContact?: SafeContactFields;
}

/** What opens a sealed case. */
export class OpenSealedCaseRequest extends OpenSafeContactCaseRequest {
  /** Whom the creator keeps out from the first: the head of post, staff related to either side. */
  @OptionalNested(() => FirstCircleRequest) circle?: FirstCircleRequest;
}
