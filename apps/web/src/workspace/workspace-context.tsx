import { type JSX, createContext, onCleanup, useContext } from "solid-js";

import { useQuickExit } from "../shell/quick-exit.ts";
import type { OpenDocument, DocumentRequest } from "./open-document.ts";
import { type Quiet, createQuiet } from "./quiet.ts";
import type { Registry } from "./registry.ts";

export type Documents = Registry<DocumentRequest, OpenDocument>;

/** What the pages of one person in one space share. All of it closes with them. */
export interface Workspace {
  readonly quiet: Quiet;
  /** The documents that are open; made by the first page that needs one. */
  readonly documents: (make: () => Documents) => Documents;
}

const WorkspaceContext = createContext<Workspace>();

export function WorkspaceProvider(props: { readonly children: JSX.Element }): JSX.Element {
  let documents: Documents | undefined;
  onCleanup(() => documents?.closeAll());
  useQuickExit().onExit(() => documents?.closeAll());
  const workspace: Workspace = {
    quiet: createQuiet(),
    documents: (make) => (documents ??= make()),
  };
  return <WorkspaceContext.Provider value={workspace}>{props.children}</WorkspaceContext.Provider>;
}

export function useWorkspace(): Workspace {
  const workspace = useContext(WorkspaceContext);
  if (!workspace) throw new Error("useWorkspace outside of a space's pages");
  return workspace;
}
