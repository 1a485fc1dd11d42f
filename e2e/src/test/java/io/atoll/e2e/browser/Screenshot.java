package io.atoll.e2e.browser;

import com.microsoft.playwright.Page;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** A whole page as pixels: what a person sees, and needs no script that our policy would refuse. */
record Screenshot(BufferedImage image) {

    static Screenshot of(Page page) {
        var png = page.screenshot(new Page.ScreenshotOptions().setFullPage(true));
        try {
            return new Screenshot(ImageIO.read(new ByteArrayInputStream(png)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** More than the window's where the page scrolls sideways. */
    int width() {
        return image.getWidth();
    }

    /** Of the whole page, from 0, black, to 1, white. */
    double lightness() {
        var sum = 0L;
        for (var y = 0; y < image.getHeight(); y += 4) {
            for (var x = 0; x < image.getWidth(); x += 4) {
                var rgb = image.getRGB(x, y);
                sum += (rgb >> 16 & 0xff) + (rgb >> 8 & 0xff) + (rgb & 0xff);
            }
        }
        var points = ((image.getHeight() + 3) / 4) * ((image.getWidth() + 3) / 4);
        return sum / (3.0 * 255 * points);
    }
}
