"""Who a report names: persons, governments, forces, bodies, people, and what pronouns stand for."""
