"""What every page may look at: the library, the published programs, and who uses what."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from generator.finding import Finding
from generator.load.library import links_in
from generator.model import Library
from generator.plan import Plan
from generator.review import Review
from generator.rule import Rule, all_rules
from generator.view.route import COUNTING


@dataclass(frozen=True)
class Context:
    """The whole site's material."""

    library: Library
    reviews: tuple[Review, ...]
    """The publishable ones, sorted by program id."""
    repo_url: str = ""
    """Address of the repository, for edit links; empty where there is none."""
    written: Mapping[str, str] = field(default_factory=dict)
    """Pages written by hand, as Markdown by the file they become."""
    site_url: str = ""
    """The site's address with a slash at its end; empty where the build does not know it."""

    @cached_property
    def plans(self) -> tuple[Plan, ...]:
        """The published programs, laid out."""
        return tuple(review.plan for review in self.reviews if review.plan is not None)

    @cached_property
    def rules(self) -> tuple[Rule, ...]:
        """Every rule, by topic and number."""
        return all_rules()

    def findings(self, plan: Plan) -> tuple[Finding, ...]:
        """What the rules said about a program."""
        return next(review.findings for review in self.reviews if review.plan is plan)

    def measured(self, rule: Rule, plan: Plan) -> str:
        """What a rule measures in a program; worked out once for all pages that show it."""
        return self._measured[rule.code, plan.program.id]

    @cached_property
    def _measured(self) -> Mapping[tuple[str, str], str]:
        return {
            (rule.code, plan.program.id): rule.measured(plan)
            for rule in self.rules
            for plan in self.plans
        }

    def programs_with(self, exercise: str) -> tuple[Plan, ...]:
        """The programs that use an exercise."""
        return tuple(
            plan for plan in self.plans if exercise in {item.id for item in plan.exercises}
        )

    def rules_on(self, claim: str) -> tuple[Rule, ...]:
        """The rules that stand on a claim."""
        return tuple(rule for rule in self.rules if claim in rule.claims)

    def programs_on(self, claim: str) -> tuple[Plan, ...]:
        """The programs whose takeaways or deviations cite a claim."""
        return tuple(
            plan
            for plan in self.plans
            if any(claim in item.claims for item in plan.program.takeaways)
            or any(claim in item.claims for item in plan.program.deviations)
        )

    def claims_on(self, source: str) -> tuple[str, ...]:
        """Ids of the claims that rest on a source."""
        return tuple(id_ for id_, claim in self.library.claims.items() if source in claim.sources)

    def exercises_on(self, source: str) -> tuple[str, ...]:
        """Ids of the exercises whose entry cites a source."""
        return tuple(id_ for id_, item in self.library.exercises.items() if source in item.evidence)

    @cached_property
    def mentions(self) -> Mapping[tuple[str, str], tuple[tuple[str, str], ...]]:
        """Who links to something in prose: kind and id of each, by kind and id of the target."""
        library = self.library
        found: dict[tuple[str, str], list[tuple[str, str]]] = {}
        for writer, words in (
            *((("rule", rule.code), rule.sections) for rule in self.rules),
            *((("topic", id_), topic) for id_, topic in library.framework.topics.items()),
            (("page", COUNTING), library.framework.counting),
            *((("exercise", id_), item) for id_, item in library.exercises.items()),
            *((("claim", id_), item) for id_, item in library.claims.items()),
            *((("source", id_), item) for id_, item in library.sources.items()),
            *((("program", plan.program.id), plan.program) for plan in self.plans),
            *((("page", path), text) for path, text in self.written.items()),
        ):
            for target in links_in(words):
                if target != writer:
                    found.setdefault(target, []).append(writer)
        return {target: tuple(writers) for target, writers in found.items()}
