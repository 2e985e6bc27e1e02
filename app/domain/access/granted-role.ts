// Two roles are given to people; employee follows from being here and manager from heading a department.

export const grantedRoles = ['hr', 'administrator'] as const;
export type GrantedRole = (typeof grantedRoles)[number];
