/** Whether anything that was written here is not with the server yet. */
export const hasUnsaved = (): boolean => false;
