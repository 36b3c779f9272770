"""Forms of reporting that the grammar tells beyond doubt, each in a module of its own."""

from fogline.claims.attribution.forms.laying import with_forms

__all__ = ["with_forms"]
