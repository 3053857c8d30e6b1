package io.dawsos.web.http;

import io.dawsos.application.imports.ImportRefusedException;
import io.dawsos.application.imports.ImportTransactions.LedgerConflictException;
import io.dawsos.application.imports.RowProblem;
import io.dawsos.application.pattern.BrokenPatternsException;
import io.dawsos.application.pattern.PatternArchive.BuiltInPatternException;
import io.dawsos.application.pattern.PatternArchive.UnknownVersionException;
import io.dawsos.application.pattern.UnknownPatternException;
import io.dawsos.application.run.Executions.NotReplayableException;
import io.dawsos.application.run.Explanations.NothingToExplainException;
import io.dawsos.application.run.IdempotencyConflictException;
import io.dawsos.application.run.InvalidInputsException;
import io.dawsos.application.run.RunCancelledException;
import io.dawsos.application.runtime.RunRefusedException;
import io.dawsos.domain.capability.InvalidArgumentException;
import io.dawsos.domain.deadline.Deadline;
import io.dawsos.domain.execution.ContextPinning.NoPortfolioException;
import io.dawsos.domain.execution.ContextPinning.PackNotFoundException;
import io.dawsos.domain.execution.StoreUnavailableException;
import io.dawsos.domain.identity.PasswordHashing.BusyException;
import io.dawsos.domain.ledger.PortfolioNotFoundException;
import io.dawsos.domain.ledger.SymbolTakenException;
import io.dawsos.domain.pattern.PatternProblem;
import io.javalin.http.HttpResponseException;
import java.util.Locale;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns whatever a handler throws into a problem; what nobody foresaw is a bug, logged with the request's id. */
final class ProblemMapper {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemMapper.class);

    private ProblemMapper() {}

    static Problem map(Throwable error, String requestId) {
        if (error instanceof ProblemException known) {
            return known.problem();
        }
        if (error instanceof InvalidInputsException inputs) {
            return Problem.of(400, "invalid_inputs", "Invalid inputs", String.valueOf(inputs.getMessage()))
                    .with(inputs.problems().stream()
                            .map(problem -> Problem.error(problem.field(), problem.reason(), problem.hint()))
                            .toList());
        }
        if (error instanceof InvalidArgumentException argument) {
            return Problem.of(400, "invalid_argument", "Invalid argument", String.valueOf(argument.getMessage()))
                    .with(argument.field(), String.valueOf(argument.getMessage()), argument.hint());
        }
        if (error instanceof ImportRefusedException refused) {
            return Problem.of(422, "import_refused", "Import refused", "nothing was stored: " + refused.getMessage())
                    .with(refused.problems().stream().map(ProblemMapper::row).toList());
        }
        if (error instanceof StoreUnavailableException store) {
            return unavailable("database_" + store.reason().name().toLowerCase(Locale.ROOT), store, 2);
        }
        if (error instanceof RunRefusedException refused) {
            return unavailable(refused.code(), refused, refused.retryAfterSeconds());
        }
        if (error instanceof BusyException busy) {
            return unavailable("login_busy", busy, 2);
        }
        if (error instanceof Deadline.CancelledException cancelled) {
            return unavailable("deadline_exceeded", cancelled, 5);
        }
        if (error instanceof RunCancelledException) {
            return Problem.of(409, "run_cancelled", "Run cancelled", "the run was cancelled before it ended");
        }
        return notFoundOrConflict(error, requestId);
    }

    private static Problem notFoundOrConflict(Throwable error, String requestId) {
        if (error instanceof UnknownPatternException unknown) {
            return Problem.of(404, "pattern_not_found", "Pattern not found", String.valueOf(unknown.getMessage()))
                    .with("pattern", String.valueOf(unknown.getMessage()), unknown.hint());
        }
        if (error instanceof PortfolioNotFoundException) {
            return Problem.of(404, "portfolio_not_found", "Portfolio not found", String.valueOf(error.getMessage()))
                    .with("portfolio_id", String.valueOf(error.getMessage()), "GET /api/portfolios lists yours");
        }
        if (error instanceof NoPortfolioException) {
            return Problem.of(404, "no_portfolio", "No portfolio yet", "you have no portfolio yet")
                    .with(
                            "portfolio_id",
                            "there is none",
                            "create one with POST /api/portfolios, then import transactions");
        }
        if (error instanceof PackNotFoundException) {
            return Problem.of(404, "pack_not_found", "Pricing pack not found", String.valueOf(error.getMessage()))
                    .with("pack_id", String.valueOf(error.getMessage()), "GET /api/packs lists them");
        }
        if (error instanceof SymbolTakenException taken) {
            return Problem.of(409, "symbol_taken", "Symbol taken", String.valueOf(taken.getMessage()))
                    .with("symbol", taken.symbol(), "another import registered it meanwhile; import again");
        }
        if (error instanceof LedgerConflictException) {
            return Problem.of(409, "ledger_conflict", "Ledger changed", String.valueOf(error.getMessage()));
        }
        if (error instanceof IdempotencyConflictException conflict) {
            return conflict.reason() == IdempotencyConflictException.Reason.OTHER_REQUEST
                    ? Problem.of(422, "idempotency_key_reused", "Key used", String.valueOf(conflict.getMessage()))
                            .with("Idempotency-Key", String.valueOf(conflict.getMessage()), "take a new key")
                    : Problem.of(409, "run_under_way", "Run under way", String.valueOf(conflict.getMessage()))
                            .retryAfter(1);
        }
        if (error instanceof BrokenPatternsException broken) {
            return Problem.of(
                            422,
                            "pattern_invalid",
                            "Pattern invalid",
                            "the pattern does not compile; nothing was saved")
                    .with(broken.problems().stream().map(ProblemMapper::finding).toList());
        }
        if (error instanceof BuiltInPatternException) {
            return Problem.of(409, "built_in_pattern", "Built-in pattern", String.valueOf(error.getMessage()))
                    .with("id", String.valueOf(error.getMessage()), "save it under another id");
        }
        if (error instanceof UnknownVersionException) {
            return Problem.of(404, "version_not_found", "Version not found", String.valueOf(error.getMessage()))
                    .with("hash", String.valueOf(error.getMessage()), "GET /api/patterns/{id}/versions lists them");
        }
        if (error instanceof NothingToExplainException) {
            return Problem.of(404, "nothing_to_explain", "Nothing to explain", String.valueOf(error.getMessage()))
                    .with(
                            "path",
                            String.valueOf(error.getMessage()),
                            "name an output of the pattern and a number in it, such as perf_metrics.twr_1y");
        }
        if (error instanceof NotReplayableException) {
            return Problem.of(409, "not_replayable", "Not replayable", String.valueOf(error.getMessage()));
        }
        if (error instanceof HttpResponseException http) {
            return http(http);
        }
        LOG.error("a request failed, error id {}", requestId, error);
        return Problem.of(
                500,
                "internal_error",
                "Internal error",
                "this is a fault of the server; report the error id " + requestId);
    }

    private static Map<String, Object> finding(PatternProblem problem) {
        Map<String, Object> error = Problem.error(
                problem.pointer(),
                problem.message(),
                problem.nearest().map(name -> "did you mean \"" + name + "\"?").orElse(""));
        error.put("code", problem.code());
        error.put("severity", problem.severity().name().toLowerCase(Locale.ROOT));
        error.put("file", problem.file());
        error.put("line", problem.line());
        error.put("column", problem.column());
        return error;
    }

    private static Problem http(HttpResponseException http) {
        String detail = String.valueOf(http.getMessage());
        return switch (http.getStatus()) {
            case 404 -> Problem.of(404, "not_found", "Not found", "there is nothing at this address");
            case 405 -> Problem.of(405, "method_not_allowed", "Method not allowed", "this address takes other methods");
            case 413 -> Problem.of(413, "body_too_large", "Body too large", "the body is larger than the server takes");
            default -> Problem.of(http.getStatus(), "bad_request", "Bad request", detail);
        };
    }

    private static Problem unavailable(String code, Throwable error, int seconds) {
        return Problem.of(503, code, "Service unavailable", String.valueOf(error.getMessage()))
                .retryAfter(seconds);
    }

    private static Map<String, Object> row(RowProblem problem) {
        Map<String, Object> error = Problem.error(problem.column(), problem.reason(), problem.hint());
        error.put("line", problem.line());
        error.put("column", problem.column());
        error.put("value", problem.value());
        return error;
    }
}
