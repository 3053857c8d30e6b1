package io.dawsos.web.routes;

import io.dawsos.application.portfolio.UndoCommit;
import io.dawsos.domain.identity.UserId;
import io.dawsos.domain.ledger.LedgerCommit;
import io.dawsos.domain.ledger.LedgerHash;
import io.dawsos.domain.ledger.PortfolioId;
import io.dawsos.web.http.Problem;
import io.dawsos.web.http.ProblemException;
import jakarta.inject.Inject;

/** Takes commits back, for the API and for pages alike, and says why one can't be. */
public final class CommitUndo {

    private final UndoCommit undo;

    @Inject
    CommitUndo(UndoCommit undo) {
        this.undo = undo;
    }

    /**
     * Takes a commit back.
     *
     * @param hash in 64 hexadecimal digits
     * @return the commit that reverses it
     * @throws ProblemException 400 if that is no hash, 404 if the chain has no such commit, 409 if nothing of it is left or the
     *     ledger changed meanwhile
     */
    public LedgerCommit run(UserId user, PortfolioId portfolio, String hash) {
        UndoCommit.Undone undone = undo.run(user, portfolio, parsed(hash));
        return switch (undone.outcome()) {
            case UNDONE -> undone.commit().orElseThrow();
            case UNKNOWN_COMMIT ->
                throw problem(
                        404, "commit_not_found", "Commit not found", "the chain has no such commit", "see the ledger");
            case NOTHING_LEFT ->
                throw problem(
                        409,
                        "nothing_to_undo",
                        "Nothing to undo",
                        "all entries of the commit were taken back before",
                        "take the commit back that reversed them, to have them again");
            case CONFLICT ->
                throw problem(
                        409,
                        "ledger_changed",
                        "Ledger changed",
                        "somebody else changed the ledger at the same time",
                        "look at it and try again");
        };
    }

    private static ProblemException problem(int status, String code, String title, String detail, String hint) {
        return new ProblemException(Problem.of(status, code, title, detail).with("commit", detail, hint));
    }

    private static LedgerHash parsed(String text) {
        if (!text.matches("[0-9a-f]{64}")) {
            throw Answers.invalid("commit", text, "64 hexadecimal digits in lower case");
        }
        return new LedgerHash(text);
    }
}
