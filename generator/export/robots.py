"""What the site says to crawlers."""

from generator.view.context import Context

ROBOTS = "robots.txt"


def robots(context: Context) -> bytes:
    """Everything may be read; the site map is named where its address is known."""
    lines = ["User-agent: *", "Allow: /"]
    if context.site_url:
        lines += ["", f"Sitemap: {context.site_url}sitemap.xml"]
    return ("\n".join(lines) + "\n").encode()
