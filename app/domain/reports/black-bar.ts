// What stands where a name was blacked out: of one length, so that it tells nothing of the name.
export const blackBar = '███';
