import * as v from 'valibot';
import { grantedRoles } from '#app/domain/access/granted-role.ts';

/** One button per role: it says which, and which way. */
export const roleForm = v.object({
  role: v.picklist(grantedRoles, 'required'),
  grant: v.pipe(
    v.picklist(['yes', 'no'], 'required'),
    v.transform((grant) => grant === 'yes'),
  ),
});
