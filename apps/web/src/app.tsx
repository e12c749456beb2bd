import { Route, Router, type RouteSectionProps } from "@solidjs/router";
import { ErrorBoundary, type JSX, Suspense, lazy, onCleanup } from "solid-js";

import { browserDatabases } from "./accounts/browser-databases.ts";
import { makeDeviceMemory } from "./accounts/device-memory.ts";
import { MeProvider, createMe } from "./accounts/me-context.ts";
import { SignedIn } from "./accounts/signed-in.tsx";
import { useLanguage, useText } from "./i18n/text.ts";
import { Broken } from "./shell/broken.tsx";
import { followHeading } from "./shell/heading.ts";
import { PlainLayout } from "./shell/plain-layout.tsx";
import { QuickExitProvider, leavingOf, makeQuickExit, useQuickExit } from "./shell/quick-exit.ts";
import { followThreePresses } from "./shell/three-presses.ts";

/** Every page is loaded when it is first needed; the first ones must not carry the editor. */
const HomePage = lazy(async () => ({ default: (await import("./shell/home-page.tsx")).HomePage }));
const NotFound = lazy(async () => ({ default: (await import("./shell/not-found.tsx")).NotFound }));
const NewVersion = lazy(async () => ({
  default: (await import("./shell/new-version.tsx")).NewVersion,
}));
const OperatorPage = lazy(async () => ({
  default: (await import("./accounts/operator-page.tsx")).OperatorPage,
}));
const SignUpPage = lazy(async () => ({
  default: (await import("./accounts/sign-up-page.tsx")).SignUpPage,
}));
const SignInPage = lazy(async () => ({
  default: (await import("./accounts/sign-in-page.tsx")).SignInPage,
}));
const JoinPage = lazy(async () => ({
  default: (await import("./spaces/join-page.tsx")).JoinPage,
}));
const ObservePage = lazy(async () => ({
  default: (await import("./observers/observe-page.tsx")).ObservePage,
}));
const DeskPage = lazy(async () => ({
  default: (await import("./observers/desk-page.tsx")).DeskPage,
}));
const SpaceHome = lazy(async () => ({
  default: (await import("./spaces/space-home.tsx")).SpaceHome,
}));
const PeoplePage = lazy(async () => ({
  default: (await import("./spaces/people-page.tsx")).PeoplePage,
}));
const NeedsPage = lazy(async () => ({
  default: (await import("./needs/needs-page.tsx")).NeedsPage,
}));
const GoalsPage = lazy(async () => ({
  default: (await import("./goals/goals-page.tsx")).GoalsPage,
}));
const AgreementsPage = lazy(async () => ({
  default: (await import("./agreements/agreements-page.tsx")).AgreementsPage,
}));
const AgreementPage = lazy(async () => ({
  default: (await import("./agreements/agreement-page.tsx")).AgreementPage,
}));

const MeLayout = lazy(async () => ({
  default: (await import("./vault/me-layout.tsx")).MeLayout,
}));
const MePage = lazy(async () => ({ default: (await import("./vault/me-page.tsx")).MePage }));
const KeysPage = lazy(async () => ({ default: (await import("./vault/keys-page.tsx")).KeysPage }));
const NotebookPage = lazy(async () => ({
  default: (await import("./notebook/notebook-page.tsx")).NotebookPage,
}));
const DraftsPage = lazy(async () => ({
  default: (await import("./drafts/drafts-page.tsx")).DraftsPage,
}));
const SelfCheckPage = lazy(async () => ({
  default: (await import("./self-check/self-check-page.tsx")).SelfCheckPage,
}));
const BalancePage = lazy(async () => ({
  default: (await import("./balance/balance-page.tsx")).BalancePage,
}));
const MorePage = lazy(async () => ({
  default: (await import("./spaces/more-page.tsx")).MorePage,
}));
const AsksPage = lazy(async () => ({ default: (await import("./asks/asks-page.tsx")).AsksPage }));
const CheckInsPage = lazy(async () => ({
  default: (await import("./check-ins/check-ins-page.tsx")).CheckInsPage,
}));
const CheckInPage = lazy(async () => ({
  default: (await import("./check-ins/check-in-page.tsx")).CheckInPage,
}));
const PromisesPage = lazy(async () => ({
  default: (await import("./promises/promises-page.tsx")).PromisesPage,
}));
const CalendarPage = lazy(async () => ({
  default: (await import("./calendar/calendar-page.tsx")).CalendarPage,
}));
const ExportPage = lazy(async () => ({
  default: (await import("./exports/export-page.tsx")).ExportPage,
}));

/** The page of help has the words of a space's pages beside it: it is seldom read first. */
function createHelpPage() {
  const { loadSpaceWords } = useLanguage();
  return lazy(async () => {
    const [{ HelpPage }] = await Promise.all([import("./help/help-page.tsx"), loadSpaceWords()]);
    return { default: HelpPage };
  });
}

/** The pages of a space come with their words. */
function createSpaceLayout() {
  const { loadSpaceWords } = useLanguage();
  return lazy(async () => {
    const [{ SpaceLayout }] = await Promise.all([
      import("./spaces/space-layout.tsx"),
      loadSpaceWords(),
    ]);
    return { default: SpaceLayout };
  });
}

/** And those of what is brought in. */
function createImportPage() {
  const { loadSpaceWords } = useLanguage();
  return lazy(async () => {
    const [{ ImportPage }] = await Promise.all([
      import("./exports/import-page.tsx"),
      loadSpaceWords(),
    ]);
    return { default: ImportPage };
  });
}

/** So do those of the account, which say as much. */
function createAccountPage() {
  const { loadSpaceWords } = useLanguage();
  return lazy(async () => {
    const [{ AccountPage }] = await Promise.all([
      import("./accounts/account-page.tsx"),
      loadSpaceWords(),
    ]);
    return { default: AccountPage };
  });
}

export function App(): JSX.Element {
  const SpaceLayout = createSpaceLayout();
  const HelpPage = createHelpPage();
  const AccountPage = createAccountPage();
  const ImportPage = createImportPage();
  const databases = browserDatabases(window.indexedDB);
  const me = createMe(makeDeviceMemory(window.localStorage, databases, window.sessionStorage));
  const exit = makeQuickExit(leavingOf(window));
  exit.onExit(me.exit);
  return (
    <QuickExitProvider value={exit}>
      <MeProvider value={me}>
        <Router root={Root}>
          <Route component={PlainLayout}>
            <Route path="/" component={HomePage} />
            <Route path="/operator" component={OperatorPage} />
            <Route path="/help" component={HelpPage} />
            <Route path="/sign-up" component={SignUpPage} />
            <Route path="/sign-in" component={SignInPage} />
            <Route path="/join/:code" component={JoinPage} />
            <Route path="/observe/:code" component={ObservePage} />
            <Route component={SignedIn}>
              <Route path="/desk" component={DeskPage} />
              <Route path="/account" component={AccountPage} />
              <Route path="/import" component={ImportPage} />
            </Route>
            <Route path="*" component={() => <NotFound />} />
          </Route>
          <Route path="/space/:space" component={SpaceLayout}>
            <Route path="/" component={SpaceHome} />
            <Route path="/me" component={MeLayout}>
              <Route path="/" component={MePage} />
              <Route path="/notebook" component={NotebookPage} />
              <Route path="/drafts" component={DraftsPage} />
              <Route path="/self-check" component={SelfCheckPage} />
              <Route path="/balance" component={BalancePage} />
              <Route path="/keys" component={KeysPage} />
            </Route>
            <Route path="/more" component={MorePage} />
            <Route path="/asks" component={AsksPage} />
            <Route path="/check-ins" component={CheckInsPage} />
            <Route path="/check-ins/:id" component={CheckInPage} />
            <Route path="/promises" component={PromisesPage} />
            <Route path="/people" component={PeoplePage} />
            <Route path="/calendar" component={CalendarPage} />
            <Route path="/export" component={ExportPage} />
            <Route path="/needs" component={NeedsPage} />
            <Route path="/goals" component={GoalsPage} />
            <Route path="/agreements" component={AgreementsPage} />
            <Route path="/agreements/:id" component={AgreementPage} />
            <Route path="*" component={() => <NotFound />} />
          </Route>
        </Router>
      </MeProvider>
    </QuickExitProvider>
  );
}

function Root(props: RouteSectionProps): JSX.Element {
  const text = useText();
  const exit = useQuickExit();
  followHeading(text.ui.product);
  onCleanup(followThreePresses(() => exit.go()));
  return (
    <ErrorBoundary fallback={(error: unknown) => <Broken error={error} />}>
      <Suspense>{props.children}</Suspense>
      <Suspense>
        <NewVersion />
      </Suspense>
    </ErrorBoundary>
  );
}
